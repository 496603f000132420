import type { RosterAsk } from "./roster-view.ts";

const PREFIX = "roster:";
const LIST = /^[a-z][a-z-]{0,39}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a roster's book was asked for, as its identity says it: who opens the workbook again asks the same. */
export function rosterSubject({ list, unitId, on, filter }: RosterAsk): string {
  return `${PREFIX}${list}/${encodeURIComponent(unitId)}/${on ?? ""}/${encodeURIComponent(filter)}`;
}

/** @returns undefined unless it is the subject of a roster. */
export function parseRosterSubject(subject: string): RosterAsk | undefined {
  if (!subject.startsWith(PREFIX)) return undefined;
  const parts = subject.slice(PREFIX.length).split("/");
  const [list = "", unit = "", on = "", filter = ""] = parts;
  const [unitId, condition] = [decoded(unit), decoded(filter)];
  if (parts.length !== 4 || !LIST.test(list) || !unitId || condition === undefined) return undefined;
  if (on !== "" && !DAY.test(on)) return undefined;
  return { list, unitId, on: on === "" ? null : on, filter: condition };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // Malformed escapes: not a subject that was made here.
    return undefined;
  }
}

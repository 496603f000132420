import type { RosterAsk } from "./roster-view.ts";

const PARTS = /^roster:([a-z][a-z-]{0,39})\/([^/]+)\/(\d{4}-\d{2}-\d{2})?\/([^/]*)$/;

/** What a roster's book was asked for, as its identity says it: who opens the workbook again asks the same. */
export function rosterSubject({ list, unitId, on, filter }: RosterAsk): string {
  return `roster:${list}/${encodeURIComponent(unitId)}/${on ?? ""}/${encodeURIComponent(filter)}`;
}

/** @returns undefined unless it is the subject of a roster. */
export function parseRosterSubject(subject: string): RosterAsk | undefined {
  const [, list, unit, on = null, condition = ""] = PARTS.exec(subject) ?? [];
  if (list === undefined || unit === undefined) return undefined;
  const [unitId, filter] = [decoded(unit), decoded(condition)];
  return unitId === undefined || filter === undefined ? undefined : { list, unitId, on, filter };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // Malformed escapes: not a subject that was made here.
    return undefined;
  }
}

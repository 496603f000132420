import type { Day } from "#core/kernel/instant.ts";
import type { NewRow } from "#core/sheet/roster/new-rows.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import type { RecordsClient } from "#addin/service-client/records-client.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Language } from "#core/wording/language.ts";

/** Lists of people who are not members yet. */
const NOT_MEMBERS: readonly string[] = ["applicants"];

export type Added =
  | { readonly result: "made"; readonly record: string }
  /** `field` is null where the whole request was refused. */
  | {
      readonly result: "refused";
      readonly problems: readonly { readonly field: string | null; readonly refusal: ShownRefusal }[];
    };

/** A row that an officer wrote below a roster becomes a person of its unit; the service judges every value as it was typed. */
export async function addPerson(
  client: Pick<RecordsClient, "add">,
  { values }: NewRow,
  { ask, on }: Pick<RosterView, "ask" | "on">,
): Promise<Added> {
  const kind = NOT_MEMBERS.includes(ask.list) ? "applicant" : "member";
  const answer = await client.add({ unitId: ask.unitId, kind, from: on as Day, fields: { ...values } });
  if (!answer.ok) return { result: "refused", problems: [{ field: null, refusal: answer.refusal }] };
  if (answer.value.result === "made") return answer.value;
  const problems = answer.value.problems.map(({ field, refusal }) => ({ field, refusal: refusal as ShownRefusal }));
  return { result: "refused", problems };
}

/** @returns why not, line by line; empty: he was added. */
export function sayAdded(added: Added, language: Language, labelOf: (field: string) => string): readonly string[] {
  if (added.result === "made") return [];
  return added.problems.map(({ field, refusal }) => {
    const text = sayShownRefusal(language, refusal);
    return field === null ? text : `${labelOf(field)}：${text}`;
  });
}

import type { NewRow } from "#core/sheet/roster/new-rows.ts";
import type { RosterAsk } from "#core/sheet/roster/roster-view.ts";
import type { RecordsClient } from "#addin/service-client/records-client.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface Adding {
  readonly ask: RosterAsk;
  /** The day that the roster stands for. */
  readonly on: string;
}

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
  { ask, on }: Adding,
): Promise<Added> {
  const kind = NOT_MEMBERS.includes(ask.list) ? "applicant" : "member";
  const answer = await client.add({ unitId: ask.unitId, kind, from: on, fields: { ...values } });
  if (!answer.ok) return { result: "refused", problems: [{ field: null, refusal: answer.refusal }] };
  if (answer.value.result === "made") return answer.value;
  const problems = answer.value.problems.map(({ field, refusal }) => ({ field, refusal: refusal as ShownRefusal }));
  return { result: "refused", problems };
}

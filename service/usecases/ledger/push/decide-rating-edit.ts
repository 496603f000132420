import type { LedgerAction } from "#core/access/decide.ts";
import type { WindowedAction } from "#core/ledger/handling/action-stages.ts";
import { parseRatingScore } from "#core/ledger/scoring/parse-score.ts";
import { isTreeClass, type TreeClass } from "#core/ledger/scoring/rater-classes.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { itemRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { RatingRecord } from "#service/ports/records.ts";
import { ratingKey } from "#service/ports/row-keys.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { raterKeyOf } from "../item-actor.ts";
import { ratingField } from "../rating-field.ts";
import { refused, type EditDecision } from "./decided-edit.ts";
import type { ParsedEdit } from "./parse-edit.ts";
import type { TouchedLedger } from "./touched-ledger.ts";

/** One's own qualitative score in a class (L11); an emptied cell takes it back, which is never a zero. */
export function decideRatingEdit(
  caller: Caller,
  touched: TouchedLedger,
  edit: ParsedEdit & { readonly raterClass: string },
): EditDecision {
  const { raterClass } = edit;
  const item = edit.itemKey === null ? undefined : touched.qualitative.get(edit.itemKey);
  if (!item) return refused({ code: "unknown-item", item: edit.itemKey ?? "" });
  const refusal = classRefusal(touched, raterClass);
  if (refusal) return refused(refusal);
  const score = parseRating(touched, item.maximum, edit.text);
  if ("refusal" in score) return refused(score.refusal);
  const row = newRow(caller, touched, { item: item.key, raterClass, score: score.score });
  return rated(touched, edit, row);
}

function rated(touched: TouchedLedger, edit: ParsedEdit, row: RatingRecord): EditDecision {
  const { score: old, revision } = touched.ratings.get(ratingKey(row)) ?? { score: null, revision: 0 };
  if (old === row.score) return { kind: "unchanged", revision };
  const change = { record: itemRecord(row.ledgerId, row.item), field: ratingField(row.raterClass, row.raterKey) };
  if (revision !== edit.baseRevision) return { kind: "conflict", theirs: old, revision, change };
  const done = { action: "rate", reason: "", old, value: row.score, change };
  return { ...done, kind: "rating", row: { ...row, revision: revision + 1 } };
}

function parseRating(
  { body }: TouchedLedger,
  maximum: string,
  text: string,
): { readonly score: string | null } | { readonly refusal: AnyRefusal } {
  if (text.trim() === "") return { score: null };
  const parsed = parseRatingScore({ maximum }, body.policy.decimals, text);
  return parsed.ok ? { score: parsed.value } : { refusal: parsed.refusal };
}

function newRow(
  caller: Caller,
  { ledger }: TouchedLedger,
  rating: Pick<RatingRecord, "item" | "raterClass" | "score">,
): RatingRecord {
  const { account, actor } = caller;
  const personId = actor.kind === "person" ? actor.personId : null;
  return {
    ...rating,
    ledgerId: ledger.id,
    raterKey: raterKeyOf(caller, rating.raterClass),
    accountId: account.id,
    personId,
    revision: 0,
  };
}

function classRefusal(touched: TouchedLedger, raterClass: string): AnyRefusal | undefined {
  if (!touched.body.policy.classes.some(({ code }) => code === raterClass))
    return { code: "unknown-field", field: `rating.${raterClass}` };
  const asked = isTreeClass(raterClass) ? TREE_ACCESS[raterClass] : LISTED;
  if (asked === LISTED && touched.relation.listedAs.length > 0 && !touched.relation.listedAs.includes(raterClass)) {
    return { code: "forbidden", action: LISTED.action };
  }
  return touched.refusalOf(asked);
}

interface RatingAccess {
  readonly action: LedgerAction;
  readonly stageAction: WindowedAction;
}

const LISTED: RatingAccess = { action: "rate-as-listed", stageAction: "rate-as-listed" };

const TREE_ACCESS: Readonly<Record<TreeClass, RatingAccess>> = {
  self: { action: "score-self", stageAction: "rate-self" },
  peer: { action: "rate-as-peer", stageAction: "rate-as-peer" },
  leader: { action: "rate-as-leader", stageAction: "rate-as-leader" },
};

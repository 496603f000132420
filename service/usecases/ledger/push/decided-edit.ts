import type { ItemAction } from "#core/ledger/handling/item-action.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { FieldAddress } from "#service/usecases/push/outcomes-of.ts";
import type { ItemRecord, LedgerRecord, RatingRecord, WordingRecord } from "#service/ports/records.ts";

/** What becomes of one edit before anything is written. */
export type EditDecision =
  | { readonly kind: "unchanged"; readonly revision: number }
  | { readonly kind: "refused"; readonly refusal: AnyRefusal }
  | {
      readonly kind: "conflict";
      readonly theirs: string | null;
      readonly revision: number;
      readonly change: FieldAddress;
    }
  | EditWrite;

/** A row to write, if its revision is still `before`'s; `old` and `value` are what histories and the audit show. */
export type EditWrite = {
  readonly old: string | null;
  readonly value: string | null;
  readonly action: string;
  readonly reason: string;
  readonly change: FieldAddress;
} & RowWrite;

export type RowWrite =
  | {
      readonly kind: "item";
      readonly row: ItemRecord;
      readonly before: ItemRecord | undefined;
      readonly done: ItemAction["type"];
    }
  | { readonly kind: "wording"; readonly row: WordingRecord }
  | { readonly kind: "rating"; readonly row: RatingRecord }
  | { readonly kind: "name"; readonly row: LedgerRecord };

export function isWrite(decision: EditDecision): decision is EditWrite {
  return decision.kind !== "unchanged" && decision.kind !== "refused" && decision.kind !== "conflict";
}

export function refused(refusal: AnyRefusal): EditDecision {
  return { kind: "refused", refusal };
}

/** For a value that the field cannot hold whatever the state: an unknown word, an empty name. */
export function badValue(given: string): AnyRefusal {
  return { code: "bad-request", problems: [{ path: "value", message: `cannot be "${given.slice(0, 100)}"` }] };
}

import { toId, type ItemKey, type LedgerId } from "#core/kernel/ids.ts";

/** The records and fields behind a ledger's cells. Texts, because they travel in workbooks; parsed at every door. */
export interface LedgerRecordKey {
  readonly ledgerId: LedgerId;
  /** null: the ledger itself (its name). */
  readonly itemKey: ItemKey | null;
}

export type LedgerField =
  | { readonly type: "score" }
  | { readonly type: "handling" }
  | { readonly type: "reason" }
  | { readonly type: "name" }
  | { readonly type: "text"; readonly column: string }
  | { readonly type: "rating"; readonly raterClass: string };

const RECORD = /^ledger:([\w-]{1,80})(?:\/([\w-]{1,80}))?$/;
const FIELD = /^(text|rating)\.([\w-]{1,80})$/;

export function ledgerRecord(ledgerId: LedgerId): string {
  return `ledger:${ledgerId}`;
}

export function itemRecord(ledgerId: LedgerId, itemKey: ItemKey): string {
  return `ledger:${ledgerId}/${itemKey}`;
}

/** @returns undefined unless it is the record of a ledger or of one of its items. */
export function parseLedgerRecord(record: string): LedgerRecordKey | undefined {
  const match = RECORD.exec(record);
  if (!match?.[1]) return undefined;
  return { ledgerId: toId(match[1]), itemKey: match[2] === undefined ? null : toId(match[2]) };
}

export function fieldText(field: LedgerField): string {
  if (field.type === "text") return `text.${field.column}`;
  return field.type === "rating" ? `rating.${field.raterClass}` : field.type;
}

/** @returns undefined unless it is a field of a ledger or of an item. */
export function parseLedgerField(field: string): LedgerField | undefined {
  if (field === "score" || field === "handling" || field === "reason" || field === "name") return { type: field };
  const match = FIELD.exec(field);
  if (!match?.[2]) return undefined;
  return match[1] === "text" ? { type: "text", column: match[2] } : { type: "rating", raterClass: match[2] };
}

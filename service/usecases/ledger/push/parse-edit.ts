import type { ItemKey, LedgerId } from "#core/kernel/ids.ts";
import type { PushEdit } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { fieldText, parseLedgerField, parseLedgerRecord, type LedgerField } from "#core/sheet/ledger/ledger-record.ts";

/** An edit whose address was understood. */
export interface ParsedEdit {
  /** Position in the push. */
  readonly index: number;
  readonly ledgerId: LedgerId;
  /** null: the ledger itself. */
  readonly itemKey: ItemKey | null;
  readonly field: LedgerField;
  readonly baseRevision: number;
  /** As typed; numbers as their shortest decimal text. */
  readonly text: string;
  readonly reason: string;
  readonly acknowledged: boolean;
}

export type EditParsing = { readonly parsed: ParsedEdit } | { readonly refusal: AnyRefusal };

/** A record that is nobody's ledger answers as a missing one (A9). */
export function parseEdit(edit: PushEdit, index: number): EditParsing {
  const record = parseLedgerRecord(edit.record);
  if (!record) return { refusal: { code: "not-found" } };
  const field = parseLedgerField(edit.field);
  const addressed = field && field.type !== "reason" && (record.itemKey === null) === (field.type === "name");
  if (!addressed) return { refusal: { code: "unknown-field", field: edit.field } };
  return {
    parsed: {
      ...record,
      index,
      field,
      baseRevision: edit.baseRevision,
      text: edit.value === null ? "" : String(edit.value),
      reason: edit.reason ?? "",
      acknowledged: edit.acknowledged ?? false,
    },
  };
}

/**
 * Edits that meet in one field. A score and a handling of one item do too: whichever came second would be judged by a
 * state that its officer never saw.
 */
export function meetingPlace({ ledgerId, itemKey, field }: ParsedEdit): string {
  const shared = field.type === "handling" ? "score" : fieldText(field);
  return [ledgerId, itemKey ?? "", shared].join(" ");
}

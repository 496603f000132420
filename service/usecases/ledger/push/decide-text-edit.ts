import type { ItemKey } from "#core/kernel/ids.ts";
import { checkRewording } from "#core/ledger/check-rewording.ts";
import { itemRecord, ledgerRecord } from "#core/sheet/ledger/ledger-record.ts";
import { wordingKey } from "#service/ports/row-keys.ts";
import { badValue, refused, type EditDecision } from "./decided-edit.ts";
import type { ParsedEdit } from "./parse-edit.ts";
import type { TouchedLedger } from "./touched-ledger.ts";

/** The owner's own wording of a text column (L2). */
export function decideTextEdit(touched: TouchedLedger, edit: ParsedEdit & { readonly column: string }): EditDecision {
  const { column } = edit;
  const item = edit.itemKey === null ? undefined : touched.quantitative.get(edit.itemKey);
  if (!item) return refused({ code: "unknown-item", item: edit.itemKey ?? "" });
  const refusal = touched.refusalOf({ action: "reword" });
  if (refusal) return refused(refusal);
  const text = checkRewording(touched.body, column, edit.text);
  if (!text.ok) return refused(text.refusal);
  const before = touched.wordings.get(wordingKey({ item: item.key, column }));
  const standing = before ?? { text: item.texts[column] ?? "", revision: 0 };
  if (standing.text === text.value) return { kind: "unchanged", revision: standing.revision };
  return reworded(touched, edit, { item: item.key, column, text: text.value, standing });
}

interface Rewording {
  readonly item: ItemKey;
  readonly column: string;
  readonly text: string;
  readonly standing: { readonly text: string; readonly revision: number };
}

function reworded(
  { ledger }: TouchedLedger,
  edit: ParsedEdit,
  { item, column, text, standing }: Rewording,
): EditDecision {
  const change = { record: itemRecord(ledger.id, item), field: `text.${column}` };
  const { revision } = standing;
  if (revision !== edit.baseRevision) return { kind: "conflict", theirs: standing.text, revision, change };
  const row = { ledgerId: ledger.id, item, column, text, revision: revision + 1 };
  return { kind: "wording", row, old: standing.text, value: text, action: "reword", reason: "", change };
}

const LONGEST_NAME = 100;

/** The ledger's name (L2). */
export function decideNameEdit(touched: TouchedLedger, edit: ParsedEdit): EditDecision {
  const { ledger } = touched;
  const refusal = touched.refusalOf({ action: "reword" });
  if (refusal) return refused(refusal);
  const name = edit.text.replace(/[\p{Cc}\p{Cs}]/gu, "").trim();
  if (name === "") return refused(badValue(edit.text));
  if (name.length > LONGEST_NAME) return refused({ code: "text-too-long", most: LONGEST_NAME });
  if (name === ledger.name) return { kind: "unchanged", revision: ledger.nameRevision };
  const change = { record: ledgerRecord(ledger.id), field: "name" };
  if (ledger.nameRevision !== edit.baseRevision)
    return { kind: "conflict", theirs: ledger.name, revision: ledger.nameRevision, change };
  const row = { ...ledger, name, nameRevision: ledger.nameRevision + 1 };
  return { kind: "name", row, old: ledger.name, value: name, action: "rename", reason: "", change };
}

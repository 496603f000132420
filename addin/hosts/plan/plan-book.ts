import type { BaseSnapshot } from "#core/sheet/snapshot/base-snapshot.ts";
import { encodeSnapshot } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { DefinedName, SheetBook } from "#core/sheet/sheet-book.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import type { BookPlan, NamePlan } from "./plan.ts";
import { planSheet } from "./plan-sheet.ts";

/**
 * The whole book as blocks, with its base snapshot (W2a).
 * @param base what was issued, where the book shows values that nobody sent yet
 */
export function planBook(book: SheetBook, codec: SnapshotCodec, base: BaseSnapshot = snapshotOfBook(book)): BookPlan {
  return {
    sheets: book.sheets.map(planSheet),
    names: book.names.map((name) => planName(book, name)),
    meta: encodeSnapshot(base, codec),
  };
}

function planName(book: SheetBook, { name, sheet, top, left, bottom, right }: DefinedName): NamePlan {
  const found = book.sheets.find((candidate) => candidate.key === sheet || candidate.name === sheet);
  if (!found) throw new Error(`name ${name} points to an unknown sheet ${sheet}`);
  return { name, sheet: found.key, area: { top, left, bottom, right } };
}

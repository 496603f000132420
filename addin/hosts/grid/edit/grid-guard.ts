import { HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import { isEditable } from "./is-editable.ts";
import type { Sheet } from "#core/sheet/sheet.ts";

/** What may be typed into one drawn sheet. Nothing moves a cell in the grid, so positions are enough. */
export interface SheetGuard {
  readonly protection: Sheet["protection"];
  readonly editable: ReadonlySet<string>;
}

/** A write as Univer announces it, before it happens. */
export interface GridWrite {
  readonly id: string;
  readonly cellValue?: CellMatrix | undefined;
}

export type CellMatrix = Record<number, Record<number, CellPatch | null>>;
export type CellPatch = Record<string, unknown>;

export type GuardVerdict =
  { readonly verdict: "pass" } | { readonly verdict: "refuse"; readonly row: number; readonly column: number };

const PASS: GuardVerdict = { verdict: "pass" };
export const SET_VALUES = "sheet.mutation.set-range-values";

/** They change how the sheet is looked at, never what stands in it. */
const LOOKS: ReadonlySet<string> = new Set([
  "sheet.mutation.set-worksheet-col-width",
  "sheet.mutation.set-worksheet-row-height",
  "sheet.mutation.set-worksheet-row-is-auto-height",
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.data-validation-formula-mark-dirty",
  "sheet.mutation.toggle-note-popup",
  "sheet.mutation.empty",
]);

/** Tabs belong to the book, also where rows may be moved. */
const TABS: ReadonlySet<string> = new Set([
  "sheet.mutation.remove-sheet",
  "sheet.mutation.insert-sheet",
  "sheet.mutation.set-worksheet-name",
  "sheet.mutation.set-worksheet-order",
  "sheet.mutation.set-worksheet-hidden",
  "sheet.mutation.set-workbook-name",
]);

const CONTENT: readonly string[] = ["v", "f", "p", "si"];

export function guardOf(sheet: Sheet): SheetGuard {
  const editable = sheet.rows.flatMap((row, rowIndex) =>
    sheet.columns.flatMap((column, columnIndex) =>
      isEditable(row.cells[column.key]) ? [positionKey(rowIndex + HIDDEN_ROWS, columnIndex + HIDDEN_COLUMNS)] : [],
    ),
  );
  return { protection: sheet.protection, editable: new Set(editable) };
}

export function positionKey(row: number, column: number): string {
  return `${row},${column}`;
}

export function mayType(guard: SheetGuard, row: number, column: number): boolean {
  if (row < HIDDEN_ROWS || column < HIDDEN_COLUMNS) return false;
  return guard.protection === "none" || guard.editable.has(positionKey(row, column));
}

/** Judges one write of the officer; formula results and the host's own writes are not asked about. */
export function judgeWrite(guard: SheetGuard, write: GridWrite): GuardVerdict {
  if (write.id === SET_VALUES) return judgeValues(guard, write.cellValue ?? {});
  if (!write.id.startsWith("sheet.") && !write.id.startsWith("data-validation.")) return PASS;
  if (LOOKS.has(write.id)) return PASS;
  if (guard.protection === "none" && !TABS.has(write.id)) return PASS;
  return { verdict: "refuse", row: -1, column: -1 };
}

function judgeValues(guard: SheetGuard, cells: CellMatrix): GuardVerdict {
  for (const [row, column, patch] of patches(cells)) {
    if (isContent(patch) && !mayType(guard, row, column)) return { verdict: "refuse", row, column };
  }
  return PASS;
}

/**
 * Paste and fill bring colours and number formats along, and "delete" means the whole cell. In a protected sheet the looks
 * say what a cell is, so only the content goes through. Changes the write itself: Univer executes that same object.
 */
export function keepLooks(guard: SheetGuard, cells: CellMatrix): void {
  if (guard.protection === "none") return;
  for (const [row, column, patch] of patches(cells)) {
    const kept = patch === null ? { v: null, f: null, p: null, si: null } : withoutLooks(patch);
    (cells[row] ??= {})[column] = kept;
  }
}

export function hasContent(cells: CellMatrix): boolean {
  return patches(cells).some(([, , patch]) => isContent(patch));
}

function withoutLooks(patch: CellPatch): CellPatch {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => key !== "s" && key !== "custom"));
}

function isContent(patch: CellPatch | null): boolean {
  return patch === null || CONTENT.some((key) => key in patch);
}

function patches(cells: CellMatrix): readonly (readonly [number, number, CellPatch | null])[] {
  return Object.entries(cells).flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, patch]) => [Number(row), Number(column), patch] as const),
  );
}

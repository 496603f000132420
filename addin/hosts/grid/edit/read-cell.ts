import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import type { CellValue } from "#core/sheet/cell.ts";
import type { ReadCell } from "#core/sheet/reading.ts";

const EMPTY: ReadCell = { value: null };

/** What stands in a cell, never how it is shown. `formula` resolves a cell that shares another one's formula. */
export function readCell(cell: Nullable<ICellData>, formula: () => string): ReadCell {
  if (!cell) return EMPTY;
  const text = cell.f ?? (cell.si === undefined || cell.si === null ? "" : formula());
  const value = rawValue(cell);
  if (text === "") return value === null ? EMPTY : { value };
  return { value, formula: text.startsWith("=") ? text.slice(1) : text };
}

function rawValue(cell: ICellData): CellValue {
  const { v, t, p } = cell;
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, "").replace(/\r/g, "\n");
  if (v === undefined || v === null || v === "") return null;
  return t === CellValueType.BOOLEAN ? v === 1 || v === true || v === "1" : v;
}

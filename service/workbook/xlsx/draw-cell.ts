import type { Cell as ExcelCell, CellValue as ExcelValue, Style } from "exceljs";
import type { Cell } from "#core/sheet/cell.ts";
import { fileText } from "./file-text.ts";

/** Style before value: a text format has to be there before the text. */
export function drawCell(target: ExcelCell, cell: Cell, style: Partial<Style>): void {
  target.style = style;
  target.value = excelValue(cell);
  if (cell.note !== undefined && cell.note !== "") target.note = noteOf(cell.note);
}

function excelValue(cell: Cell): ExcelValue {
  if (cell.formula !== undefined) {
    // A formula without a figure shows as empty text, as the formula itself would.
    return { formula: cell.formula, result: cell.value ?? "", date1904: false };
  }
  return typeof cell.value === "string" ? fileText(cell.value) : cell.value;
}

function noteOf(text: string): ExcelCell["note"] {
  return {
    texts: [{ text }],
    margins: { insetmode: "auto" },
    protection: { locked: "True", lockText: "True" },
    editAs: "twoCells",
  };
}

import type { Cell as ExcelCell, CellValue as ExcelValue, DataValidation } from "exceljs";
import type { Cell, Constraint } from "#core/sheet/cell.ts";
import type { Row } from "#core/sheet/sheet.ts";
import { cellStyle } from "./cell-style.ts";
import { fileText } from "./file-text.ts";

/** Longest list of choices that a validation holds inline. */
const LONGEST_LIST = 255;

/** Style before value: a text format has to be there before the text. */
export function drawCell(target: ExcelCell, cell: Cell, kind: Row["kind"]): void {
  target.style = cellStyle(cell, kind);
  target.value = excelValue(cell);
  if (cell.note !== undefined && cell.note !== "") target.note = noteOf(cell.note);
  const validation = cell.binding && cell.constraint ? validationOf(cell.constraint) : undefined;
  if (validation) target.dataValidation = validation;
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

function validationOf(constraint: Constraint): DataValidation | undefined {
  switch (constraint.type) {
    case "list":
      return listOf(constraint.choices);
    case "decimal":
      return {
        type: "decimal",
        operator: constraint.highest === null ? "greaterThanOrEqual" : "between",
        formulae: constraint.highest === null ? [constraint.lowest] : [constraint.lowest, constraint.highest],
        allowBlank: true,
        showErrorMessage: true,
        error: constraint.message,
      };
    case "text":
      return {
        type: "textLength",
        operator: "lessThanOrEqual",
        formulae: [constraint.longest],
        allowBlank: true,
        showErrorMessage: true,
      };
  }
}

/** A choice with a comma or a list that is too long cannot stand inline: then the service alone judges. */
function listOf(choices: readonly string[]): DataValidation | undefined {
  const inline = choices.join(",");
  if (inline.length > LONGEST_LIST || choices.some((choice) => /[",]/.test(choice))) return undefined;
  return { type: "list", formulae: [`"${inline}"`], allowBlank: true, showErrorMessage: true };
}

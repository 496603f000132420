import type { DataValidation, Worksheet } from "exceljs";
import { addressOf, physical } from "#core/sheet/cell-address.ts";
import type { Constraint } from "#core/sheet/cell.ts";
import type { Sheet } from "#core/sheet/sheet.ts";

declare module "exceljs" {
  interface Worksheet {
    /** By address or range; exceljs has it and does not tell. */
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

/** Longest list of choices that a validation holds inline. */
const LONGEST_LIST = 255;

/** One rule for each run of cells below each other that have the same one: a roster has a dozen of them, not 100,000. */
export function drawValidations(target: Worksheet, sheet: Sheet): void {
  sheet.columns.forEach(({ key }, column) => {
    let from = 0;
    let running: Constraint | undefined;
    const end = (row: number): void => {
      const validation = running && validationOf(running);
      if (validation) target.dataValidations.add(rangeOf(column, from, row - 1), validation);
    };
    sheet.rows.forEach(({ cells }, row) => {
      const cell = cells[key];
      const constraint = cell?.binding && cell.constraint;
      if (isSameRule(constraint, running)) return;
      end(row);
      [from, running] = [row, constraint];
    });
    end(sheet.rows.length);
  });
}

function isSameRule(a: Constraint | undefined, b: Constraint | undefined): boolean {
  if (a === b) return true;
  if (a?.type === "list" && b?.type === "list" && a.choices === b.choices) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}

function rangeOf(column: number, from: number, to: number): string {
  const [first, last] = [addressOf(physical(from, column)), addressOf(physical(to, column))];
  return from === to ? first : `${first}:${last}`;
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
    case "whole":
      return {
        ...{ type: "whole", operator: "between", formulae: [constraint.lowest, constraint.highest] },
        ...{ allowBlank: true, showErrorMessage: true, error: constraint.message },
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

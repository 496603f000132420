import type { Cell, CellValue, Constraint } from "../cell.ts";

/** Everything in a template is exact text: numbers too, so that "0.50" stays what the publisher wrote. */
export function editableCell(value: CellValue, constraint?: Constraint): Cell {
  return { value: value === "" ? null : value, state: "input", format: "@", ...(constraint ? { constraint } : {}) };
}

export function choiceCell<K extends string>(value: K, choices: Readonly<Record<K, string>>): Cell {
  return editableCell(choices[value], { type: "list", choices: Object.values(choices) });
}

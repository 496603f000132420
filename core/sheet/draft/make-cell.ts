import type { Cell, CellState, CellValue } from "../cell.ts";

type Extra = Omit<Partial<Cell>, "value" | "state">;

/** Text that must stay text whatever it looks like: "=1+1", an 18-digit number, "2026.10" (A14). */
export function textCell(value: string | null, extra: Extra & { readonly state?: CellState } = {}): Cell {
  return { state: "text", format: "@", ...extra, value: value === "" ? null : value };
}

/** A figure whose exact decimal text is known; in a sheet it is a number, so that formulas work. */
export function figureCell(value: string | null, state: CellState, extra: Extra = {}): Cell {
  return { align: "right", ...extra, value: value === null ? null : Number(value), state };
}

/** A formula with the service's own figure for hosts that show before they calculate. */
export function formulaCell(formula: string, value: CellValue, extra: Extra = {}): Cell {
  return { align: "right", ...extra, value, formula, state: "computed" };
}

/** "0", "0.00": figures show exactly the policy's decimals. */
export function decimalFormat(decimals: number): string {
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}

/** Weights and maxima show the digits they have. */
export const PLAIN_NUMBER = "General";

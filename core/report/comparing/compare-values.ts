import { rounded } from "../counting/amount.ts";

/** One cell in two years. */
export interface ComparedCell {
  readonly cell: string;
  readonly now: number;
  readonly before: number;
  readonly difference: number;
  /** In percent of before, to a tenth; null where that was 0. */
  readonly share: number | null;
}

type Values = ReadonlyMap<string, number>;

/** Every cell that has a number in either year, largest change first (R6); equal changes in the form's order. */
export function compareValues(cells: Iterable<string>, now: Values, before: Values): readonly ComparedCell[] {
  return [...cells]
    .filter((cell) => isKnown(now, cell) || isKnown(before, cell))
    .map((cell) => compared(cell, now.get(cell) ?? 0, before.get(cell) ?? 0))
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/** 0 in both years is nothing to look at. */
function isKnown(values: Values, cell: string): boolean {
  return (values.get(cell) ?? 0) !== 0;
}

function compared(cell: string, now: number, before: number): ComparedCell {
  const difference = rounded(now - before);
  const share = before === 0 ? null : Math.round((difference / Math.abs(before)) * 1000) / 10;
  return { cell, now, before, difference, share };
}

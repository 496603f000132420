import { rounded } from "../counting/amount.ts";

/** One cell in two years. */
export interface ComparedCell {
  readonly cell: string;
  readonly now: number;
  /** null: not known, as where opening figures are not whole; so is the difference. */
  readonly before: number | null;
  readonly difference: number | null;
  /** In percent of before, to a tenth; null where that was 0 or is not known. */
  readonly share: number | null;
}

type Values = ReadonlyMap<string, number>;

/** Every cell that has a number in either year, largest change first (R6), what is not known last; equal changes in the form's order. */
export function compareValues(cells: Iterable<string>, now: Values, before: Values): readonly ComparedCell[] {
  return [...cells]
    .filter((cell) => isKnown(now, cell) || isKnown(before, cell))
    .map((cell) => compared(cell, now.get(cell) ?? 0, before.get(cell)))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

/** 0 in both years is nothing to look at. */
function isKnown(values: Values, cell: string): boolean {
  return (values.get(cell) ?? 0) !== 0;
}

function sizeOf({ difference }: ComparedCell): number {
  return difference === null ? -1 : Math.abs(difference);
}

function compared(cell: string, now: number, before: number | undefined): ComparedCell {
  if (before === undefined) return { cell, now, before: null, difference: null, share: null };
  const difference = rounded(now - before);
  const share = before === 0 ? null : Math.round((difference / Math.abs(before)) * 1000) / 10;
  return { cell, now, before, difference, share };
}

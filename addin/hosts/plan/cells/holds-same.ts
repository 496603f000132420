import type { ReadCell } from "#core/sheet/reading.ts";

/** The same value or the same formula: what a formula calculates is nobody's typing. */
export function holdsSame(a: ReadCell, b: ReadCell): boolean {
  return a.formula === b.formula && (a.formula !== undefined || a.value === b.value);
}

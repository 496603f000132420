import type { CellValue } from "#core/sheet/cell.ts";
import { sameValue } from "#core/sheet/diff/same-value.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { CellWrite } from "#core/sheet/sheet-host.ts";
import type { Issued } from "../book/issued.ts";
import type { Settled } from "./settle-pushes.ts";
import { shownValues } from "../shown-values.ts";

/** What stands in the sheet beside what is settled with the service. */
export interface TypedOver {
  /** All cells that may be edited, by field. */
  readonly shown: ReadonlyMap<string, CellValue>;
  /** What the officer typed and nobody took, by field. */
  readonly typed: ReadonlyMap<string, CellValue>;
  /** Takes reasons out of their cells whose edit was taken, and brings in what was done by a button. */
  readonly followed: readonly CellWrite[];
}

export function typedOver({ issued, usedReasons, untyped }: Settled, reading: BookReading): TypedOver {
  const shown = shownValues(issued.snapshot, reading);
  const follows = ([key, value]: readonly [string, CellValue]): boolean =>
    usedReasons.get(key) === String(value ?? "").trim() || isUntouched(untyped, key, value);
  const differs = [...shown].filter(([key, value]) => !sameValue(issued.cells.get(key)?.value ?? null, value));
  const typed = differs.filter((cell) => !follows(cell));
  return { shown, typed: new Map(typed), followed: differs.filter(follows).flatMap(([key]) => writeBack(issued, key)) };
}

function isUntouched(untyped: Settled["untyped"], key: string, value: CellValue): boolean {
  return untyped.has(key) && sameValue(untyped.get(key) ?? null, value);
}

/** The issued value back into its cell. */
export function writeBack({ cells }: Issued, key: string): readonly CellWrite[] {
  const cell = cells.get(key);
  if (!cell) return [];
  const { sheet, row, column, value } = cell;
  return [{ sheet, row, column, value }];
}

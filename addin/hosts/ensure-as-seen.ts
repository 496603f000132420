import { addressOf } from "#core/sheet/cell-address.ts";
import type { BookReading, CellPlace, ReadCell, SheetReading } from "#core/sheet/reading.ts";
import { HostFailure } from "./host-failure.ts";
import { holdsSame } from "./plan/cells/holds-same.ts";

const EMPTY: ReadCell = { value: null };

/**
 * Does every cell hold what the caller saw?
 * @param seen undefined: the caller saw nothing that could be lost
 * @throws HostFailure typed-meanwhile
 */
export function ensureAsSeen(seen: BookReading | undefined, sheets: readonly SheetReading[]): void {
  const place = seen && (firstDifference(seen.sheets, sheets) ?? firstDifference(sheets, seen.sheets));
  if (place) throw new HostFailure("typed-meanwhile", "", place);
}

function firstDifference(some: readonly SheetReading[], others: readonly SheetReading[]): CellPlace | undefined {
  for (const { name, rows } of some) {
    const other = others.find((sheet) => sheet.name === name);
    if (!other) return { sheet: name, address: "" };
    for (const [row, cells] of rows.entries()) {
      const column = cells.findIndex((cell, at) => !holdsSame(cell, other.rows[row]?.[at] ?? EMPTY));
      if (column >= 0) return { sheet: name, address: addressOf({ row, column }) };
    }
  }
  return undefined;
}

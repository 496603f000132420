import { parseAddress } from "#core/sheet/cell-address.ts";
import { locateSheet } from "#core/sheet/diff/locate-sheet.ts";
import { textOf } from "#core/sheet/diff/locate-sheet.ts";
import type { BookReading, CellPlace } from "#core/sheet/reading.ts";
import type { CellWrite } from "#core/sheet/sheet-host.ts";
import type { Issued } from "./issued.ts";

/** The formula that was issued for a place in the sheet as it is now, whatever moved since. */
export function formulaAt({ snapshot, book }: Issued, reading: BookReading, place: CellPlace): CellWrite | undefined {
  const at = parseAddress(place.address);
  for (const base of at ? snapshot.sheets : []) {
    const located = locateSheet(base, reading);
    if (!at || !("found" in located) || located.found.reading.name !== place.sheet) continue;
    const { keyRow, keyColumn, reading: sheet } = located.found;
    const row = textOf(sheet.rows[at.row]?.[keyColumn]);
    const column = textOf(sheet.rows[keyRow]?.[at.column]);
    const cells = base.rows.find(({ key }) => key === row)?.cells;
    const formula = cells?.find((cell) => cell.column === column)?.formula;
    if (formula === undefined) continue;
    const drawn = book?.sheets.find(({ key }) => key === base.key)?.rows.find(({ key }) => key === row);
    return { sheet: base.key, row, column, value: drawn?.cells[column]?.value ?? null, formula };
  }
  return undefined;
}

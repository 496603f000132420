import type { BaseSnapshot } from "./snapshot/base-snapshot.ts";
import { addressOf, parseAddress } from "./cell-address.ts";
import { locateSheet, textOf, type LocatedSheet } from "./diff/locate-sheet.ts";
import type { BookReading, CellPlace } from "./reading.ts";
import type { CellKeys } from "./sheet-host.ts";

type Sheets = Pick<BaseSnapshot, "sheets">;

/** Where a cell stands now, whatever was inserted or renamed since. @returns undefined when its row or column is gone. */
export function placeOfKeys({ sheets }: Sheets, reading: BookReading, keys: CellKeys): CellPlace | undefined {
  const base = sheets.find(({ key }) => key === keys.sheet);
  const located = base && locateSheet(base, reading);
  if (!located || !("found" in located)) return undefined;
  const { keyRow, keyColumn, columns, reading: sheet } = located.found;
  const row = sheet.rows.findIndex((cells, at) => at !== keyRow && textOf(cells[keyColumn]) === keys.row);
  const column = columns.get(keys.column);
  return row < 0 || column === undefined ? undefined : { sheet: sheet.name, address: addressOf({ row, column }) };
}

/** Which cell stands at a place now. @returns undefined for a cell that is none of ours. */
export function keysOfPlace({ sheets }: Sheets, reading: BookReading, place: CellPlace): CellKeys | undefined {
  for (const base of sheets) {
    const located = locateSheet(base, reading);
    if ("found" in located && located.found.reading.name === place.sheet) return keysIn(located.found, place.address);
  }
  return undefined;
}

function keysIn(sheet: LocatedSheet, address: string): CellKeys | undefined {
  const at = parseAddress(address);
  if (!at || at.row === sheet.keyRow) return undefined;
  const row = textOf(sheet.reading.rows[at.row]?.[sheet.keyColumn]);
  const column = [...sheet.columns].find(([, position]) => position === at.column)?.[0];
  return row === "" || column === undefined ? undefined : { sheet: sheet.base.key, row, column };
}

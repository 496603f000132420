import type { BaseSnapshot } from "./base-snapshot.ts";
import { addressOf, parseAddress } from "./cell-address.ts";
import { locateSheet, textOf } from "./diff/locate-sheet.ts";
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
  const at = parseAddress(place.address);
  for (const base of at ? sheets : []) {
    const located = locateSheet(base, reading);
    if (!at || !("found" in located) || located.found.reading.name !== place.sheet) continue;
    const { keyRow, keyColumn, columns, reading: sheet } = located.found;
    const row = textOf(sheet.rows[at.row]?.[keyColumn]);
    const column = [...columns].find(([, position]) => position === at.column)?.[0];
    if (at.row === keyRow || row === "" || column === undefined) return undefined;
    return { sheet: base.key, row, column };
  }
  return undefined;
}

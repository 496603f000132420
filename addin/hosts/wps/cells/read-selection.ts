import { addressOf } from "#core/sheet/cell-address.ts";
import { isLayoutKey } from "#core/sheet/row-key.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import { keyPositions } from "#addin/hosts/plan/standing/key-positions.ts";
import type { WpsApplication } from "../wps-application.ts";
import { readKeys } from "./wps-read.ts";

/** The active cell with its keys; null where no sheet is in front. */
export function readSelection({ ActiveSheet: sheet, ActiveCell: cell }: WpsApplication): Selection | null {
  if (!sheet || !cell) return null;
  const place = { row: cell.Row - 1, column: cell.Column - 1 };
  const reading = readKeys(sheet);
  const positions = reading && keyPositions(reading);
  const rowKey = positions && keyAt(positions.rows, place.row);
  const columnKey = positions && keyAt(positions.columns, place.column);
  return {
    sheet: sheet.Name,
    address: addressOf(place),
    rowKey: rowKey === undefined || isLayoutKey(rowKey) ? null : rowKey,
    columnKey: columnKey ?? null,
  };
}

function keyAt(places: ReadonlyMap<string, number>, line: number): string | undefined {
  for (const [key, at] of places) if (at === line) return key;
  return undefined;
}

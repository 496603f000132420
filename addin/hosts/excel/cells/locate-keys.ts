import {
  CORNER_COLUMNS,
  CORNER_ROWS,
  findCorner,
  keyPositions,
  type KeyPositions,
} from "#addin/hosts/plan/standing/key-positions.ts";
import { readingOfBlocks } from "#addin/hosts/plan/standing/block-reading.ts";
import { wholeColumn, wholeRow } from "../excel-events.ts";
import type { ExcelRun } from "../excel-run.ts";
import type { KnownSheet } from "../known-book.ts";

/**
 * Where the keys of these sheets stand now, without reading what the sheets hold. One synchronisation, two where somebody put
 * lines before the keys.
 * @returns by sheet id; a sheet that is gone, or has lost its corner, has no keys any more
 */
export async function locateKeys(
  run: ExcelRun,
  sheets: readonly KnownSheet[],
): Promise<ReadonlyMap<string, KeyPositions>> {
  const queued = await run.step((workbook) => sheets.map((sheet) => queueKeys(workbook, sheet)));
  const found = new Map<string, KeyPositions>();
  const moved: KnownSheet[] = [];
  for (const { sheet, corner, column, row } of queued) {
    const at = corner.isNullObject ? undefined : findCorner(blockRows(corner, 0, 0));
    const { keyRow, keyColumn } = sheet.positions;
    if (at?.sheet !== sheet.key) found.set(sheet.id, { keyRow, keyColumn, rows: new Map(), columns: new Map() });
    else if (at.row === keyRow && at.column === keyColumn) found.set(sheet.id, positionsOf({ column, row }));
    else moved.push({ ...sheet, positions: { ...sheet.positions, keyRow: at.row, keyColumn: at.column } });
  }
  if (moved.length === 0) return found;
  return new Map([...found, ...(await locateKeys(run, moved))]);
}

interface QueuedKeys {
  readonly sheet: KnownSheet;
  readonly corner: Excel.Range;
  readonly column: Excel.Range;
  readonly row: Excel.Range;
}

function queueKeys(workbook: Excel.Workbook, sheet: KnownSheet): QueuedKeys {
  const worksheet = workbook.worksheets.getItemOrNullObject(sheet.id);
  const used = (address: string) =>
    worksheet.getRange(address).getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,values");
  return {
    sheet,
    corner: worksheet.getRangeByIndexes(0, 0, CORNER_ROWS, CORNER_COLUMNS).load("values"),
    column: used(wholeColumn(sheet.positions.keyColumn)),
    row: used(wholeRow(sheet.positions.keyRow)),
  };
}

function positionsOf({ column, row }: Pick<QueuedKeys, "column" | "row">): KeyPositions {
  const blocks = [column, row].flatMap((range) =>
    range.isNullObject ? [] : [{ top: range.rowIndex, left: range.columnIndex, values: range.values, formulas: [] }],
  );
  return keyPositions(readingOfBlocks("", blocks));
}

function blockRows(range: Excel.Range, top: number, left: number) {
  return readingOfBlocks("", [{ top, left, values: range.values, formulas: [] }]).rows;
}

import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
  type LocaleType,
} from "@univerjs/core";
import { HIDDEN_COLUMNS, HIDDEN_ROWS } from "#core/sheet/cell-address.ts";
import type { Cell } from "#core/sheet/cell.ts";
import { cornerText, rowKeyText } from "#core/sheet/row-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";
import { bookResources } from "./book-resources.ts";
import type { Pace } from "./pace.ts";
import { columnPixels, rowHeight } from "./row-height.ts";
import { StyleTable } from "./style-table.ts";

/** Univer's ids of one drawn book. Sheets are addressed by key, because a tab can be renamed. */
export interface GridIds {
  readonly unitId: string;
  readonly sheetIds: ReadonlyMap<string, string>;
}

const SPARE_COLUMNS = 2;
const SPARE_ROWS = 10;
/** Pixels; beside its panel a window has some 600, and twice that shows the middle of a line. */
const WIDEST_CENTRED = 1_100;

export interface Drawing {
  readonly ids: GridIds;
  readonly locale: LocaleType;
  /** Stops and tells in between; null: in one go, because somebody may be typing into what is replaced. */
  readonly pace: Pace | null;
}

/** The whole book as one snapshot: Univer takes it in at once, which is far faster than writing cell by cell. */
export async function workbookData(book: SheetBook, { ids, locale, pace }: Drawing): Promise<IWorkbookData> {
  const styles = new StyleTable();
  const sheets: [string, Partial<IWorksheetData>][] = [];
  for (const sheet of book.sheets) {
    const id = sheetIdOf(ids, sheet.key);
    sheets.push([id, { ...sheetFrame(sheet, id), ...(await sheetRows(sheet, styles, pace)) }]);
  }
  return {
    id: ids.unitId,
    name: book.title,
    appVersion: "0.25.1",
    locale,
    styles: styles.all(),
    sheetOrder: sheets.map(([id]) => id),
    sheets: Object.fromEntries(sheets),
    resources: bookResources(book, (key) => sheetIdOf(ids, key)),
  };
}

export function sheetIdOf(ids: GridIds, sheetKey: string): string {
  const id = ids.sheetIds.get(sheetKey);
  if (id === undefined) throw new Error(`no grid sheet for ${sheetKey}`);
  return id;
}

function sheetFrame(sheet: Sheet, id: string): Partial<IWorksheetData> {
  const spare = sheet.protection === "none" ? SPARE_ROWS * 5 : SPARE_ROWS;
  return {
    id,
    name: sheet.name,
    rowCount: sheet.rows.length + HIDDEN_ROWS + spare,
    columnCount: sheet.columns.length + HIDDEN_COLUMNS + SPARE_COLUMNS,
    defaultRowHeight: 26,
    defaultColumnWidth: 80,
    showGridlines: sheet.protection === "none" ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: freeze(sheet),
    mergeData: sheet.merges.map((merge) => ({
      startRow: merge.top + HIDDEN_ROWS,
      endRow: merge.bottom + HIDDEN_ROWS,
      startColumn: merge.left + HIDDEN_COLUMNS,
      endColumn: merge.right + HIDDEN_COLUMNS,
    })),
    columnData: { 0: { hd: BooleanNumber.TRUE, w: 120 }, ...Object.fromEntries(sheet.columns.map(columnEntry)) },
  };
}

async function sheetRows(
  sheet: Sheet,
  styles: StyleTable,
  pace: Pace | null,
): Promise<Pick<IWorksheetData, "rowData" | "cellData">> {
  const rowData: Record<number, Partial<IRowData>> = { 0: { hd: BooleanNumber.TRUE, h: 20 } };
  const cellData: Record<number, Record<number, ICellData>> = { 0: keyRow(sheet) };
  const isWide = sheet.columns.reduce((sum, { width }) => sum + columnPixels(width), 0) > WIDEST_CENTRED;
  for (const [index, shown] of sheet.rows.entries()) {
    const row = isWide && shown.kind === "title" ? fromTheLeft(shown) : shown;
    rowData[index + HIDDEN_ROWS] = { h: rowHeight(sheet, index), ia: BooleanNumber.FALSE };
    cellData[index + HIDDEN_ROWS] = rowCells(sheet, row, styles);
    if (pace) await pace.row(sheet.columns.length);
  }
  return { rowData, cellData };
}

/** Of a sheet that is wider than its window, the middle of a title would be out of sight. */
function fromTheLeft(row: Row): Row {
  const cells = Object.entries(row.cells).map(([key, cell]) => [key, { ...cell, align: "left" }] as const);
  return { ...row, cells: Object.fromEntries(cells) };
}

function columnEntry(
  { width, hidden }: Sheet["columns"][number],
  index: number,
): [number, { w: number; hd: BooleanNumber }] {
  return [
    index + HIDDEN_COLUMNS,
    { w: columnPixels(width), hd: hidden === true ? BooleanNumber.TRUE : BooleanNumber.FALSE },
  ];
}

function freeze({ frozen }: Sheet): IWorksheetData["freeze"] {
  const ySplit = frozen.rows === 0 ? 0 : frozen.rows + HIDDEN_ROWS;
  const xSplit = frozen.columns === 0 ? 0 : frozen.columns + HIDDEN_COLUMNS;
  return { xSplit, ySplit, startRow: ySplit === 0 ? -1 : ySplit, startColumn: xSplit === 0 ? -1 : xSplit };
}

function keyRow(sheet: Sheet): Record<number, ICellData> {
  const keys = [cornerText(sheet), ...sheet.columns.map((column) => column.key)];
  return Object.fromEntries(keys.map((key, index) => [index, { v: key, t: CellValueType.FORCE_STRING }]));
}

function rowCells(sheet: Sheet, row: Row, styles: StyleTable): Record<number, ICellData> {
  const cells: Record<number, ICellData> = { 0: { v: rowKeyText(row), t: CellValueType.FORCE_STRING } };
  for (const [index, column] of sheet.columns.entries()) {
    const cell = row.cells[column.key];
    cells[index + HIDDEN_COLUMNS] = { ...(cell ? content(cell) : {}), s: styles.idOf(cell, row.kind) };
  }
  return cells;
}

/** The service's figure stands beside its formula, so that the sheet shows before it calculates. */
function content(cell: Cell): ICellData {
  const formula = cell.formula === undefined ? {} : { f: `=${cell.formula}` };
  if (cell.value === null) return formula;
  if (typeof cell.value === "number") return { v: cell.value, t: CellValueType.NUMBER, ...formula };
  if (typeof cell.value === "boolean") return { v: cell.value ? 1 : 0, t: CellValueType.BOOLEAN, ...formula };
  return { v: cell.value, t: CellValueType.STRING, ...formula };
}

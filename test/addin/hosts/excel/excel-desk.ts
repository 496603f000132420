import { isDeepStrictEqual } from "node:util";
import { ExcelHost } from "#addin/hosts/excel/excel-host.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { BEFORE_SHEET } from "#addin/hosts/plan/standing/kept-frame.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { SheetHostUnderTest } from "#test/contracts/sheet-host.ts";
import { ExcelDriver } from "#test/fakes/excel/excel-driver.ts";
import type { ExcelHostOptions } from "#test/fakes/excel/excel-host.ts";
import { ExcelUser } from "#test/fakes/excel/excel-user.ts";
import type { ExcelProfile } from "#test/fakes/excel/profiles.ts";
import { startExcel, type ExcelUnderTest } from "#test/fakes/excel/start-excel.ts";
import { EMPTY_CELL, type WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

/** An officer's Excel with our host in it. */
export interface ExcelDesk {
  readonly excel: ExcelUnderTest;
  readonly host: ExcelHost;
  readonly driver: ExcelDriver;
  /** The officer; protection does not stop what a test wants to happen. */
  readonly user: ExcelUser;
  /** Names every pause the host took instead of taking it. */
  readonly pauses: number[];
  tab(name: string): SheetModel;
  /** Lets events reach the host and its listeners. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(options: ExcelHostOptions = {}): Promise<ExcelDesk> {
  const excel = await startExcel(options);
  const pauses: number[] = [];
  const host = new ExcelHost(async (milliseconds) => {
    pauses.push(milliseconds);
    await Promise.resolve();
  });
  await host.open();
  return {
    ...{ excel, host, pauses },
    driver: new ExcelDriver(excel.host),
    user: new ExcelUser(excel.host, { heedsProtection: false }),
    tab: (name) => excel.host.workbook.sheet(name),
    async settle() {
      for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
    async close() {
      await host.close();
      excel.close();
    },
  };
}

/** Our host in such an Excel, with nothing drawn yet. */
export async function excelHostIn(profile?: ExcelProfile): Promise<SheetHostUnderTest & { readonly host: ExcelHost }> {
  const excel = await startExcel(profile ? { profile } : {});
  const host = new ExcelHost();
  await host.open();
  return {
    ...{ host, driver: new ExcelDriver(excel.host), codec: deflateCodec },
    async dispose() {
      await host.close();
      excel.close();
    },
  };
}

/** With a ledger drawn, and the counters at zero. */
export async function openLedger(book: SheetBook = aLedgerBook()): Promise<ExcelDesk> {
  const desk = await openDesk();
  await desk.host.draw(book);
  desk.excel.host.counters.reset();
  return desk;
}

/** Everything that somebody could see or find in the workbook; what undoDraw would use is no part of it. */
export function pictureOf({ excel }: ExcelDesk): unknown {
  const { workbook } = excel.host;
  return {
    sheets: workbook.sheets
      .filter(({ name }) => name !== BEFORE_SHEET)
      .map((sheet) => ({ name: sheet.name, visibility: sheet.settings.visibility, ...sheetPicture(sheet) })),
    names: workbook.names.all.map(({ name, refersTo }) => `${name}=${refersTo}`).sort(),
  };
}

export function sheetPicture(sheet: SheetModel): Readonly<Record<string, unknown>> {
  const cells: Record<string, unknown> = {};
  const used = sheet.usedRect();
  for (let row = 0; row <= (used?.bottom ?? -1); row += 1) {
    for (let column = 0; column <= (used?.right ?? -1); column += 1) {
      const cell = shown(sheet.cell(row, column));
      if (!isEmpty(cell)) cells[`${row}:${column}`] = cell;
    }
  }
  const { rowCount } = sheet;
  const heights = Array.from({ length: Math.min(rowCount, used?.bottom ?? 0) }, (_, row) => sheet.rowState(row).height);
  const widths = Array.from({ length: 30 }, (_, column) => sheet.columnState(column).width);
  const merges = [...sheet.merges].map((merge) => JSON.stringify(merge)).sort();
  return { cells, merges, heights, widths, protection: sheet.protection, frozen: sheet.settings.frozen };
}

/** Black is what a font has of its own; Office.js cannot tell the two apart. */
function shown(cell: WorkbookCell): WorkbookCell {
  return { ...cell, style: { ...cell.style, color: cell.style.color ?? "000000" } };
}

const NOTHING = shown(EMPTY_CELL);

function isEmpty(cell: WorkbookCell): boolean {
  return isDeepStrictEqual(cell, NOTHING);
}

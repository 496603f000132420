import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { absoluteRange, physical } from "#core/sheet/cell-address.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import { arbitraryLedger } from "#test/builders/ledger-random.ts";
import { aLedgerView } from "#test/builders/sheet-ledger-view.ts";
import { calculateWorkbook, type CalculatedWorkbook } from "#test/environment/formula-engine.ts";

/** What the grid's engine makes of the drawn book: sheet name -> physical row -> column -> value. */
async function calculated(book: SheetBook): Promise<(sheet: string, row: number, column: number) => unknown> {
  const data = {
    id: "book",
    sheetOrder: book.sheets.map(({ key }) => key),
    sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.key, sheetData(sheet)])),
    resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(namesOf(book)) }],
  };
  const values = await calculateWorkbook(data, (workbook) => formulaValues(book, workbook));
  return (sheet, row, column) => values.get(`${sheet} ${row} ${column}`);
}

function formulaValues(book: SheetBook, workbook: CalculatedWorkbook): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const sheet of book.sheets) {
    const drawn = workbook.getSheetByName(sheet.name);
    eachFormula(sheet, ({ row, column }) => {
      const at = physical(row, column);
      values.set(`${sheet.key} ${row} ${column}`, drawn?.getRange(at.row, at.column).getRawValue());
    });
  }
  return values;
}

function namesOf(book: SheetBook): unknown {
  const names = book.names.map((name, index) => [
    `n${index}`,
    {
      id: `n${index}`,
      name: name.name,
      formulaOrRefString: `'${name.sheet}'!${absoluteRange(name)}`,
      localSheetId: "AllDefaultWorkbook",
    },
  ]);
  return Object.fromEntries(names);
}

function sheetData(sheet: Sheet): object {
  const cellData: Record<number, Record<number, { v?: number | string | boolean; f?: string }>> = {};
  sheet.rows.forEach((row, at) => {
    sheet.columns.forEach((column, index) => {
      const cell = row.cells[column.key];
      const place = physical(at, index);
      const data = (cellData[place.row] ??= {});
      if (cell?.formula !== undefined) data[place.column] = { f: `=${cell.formula}` };
      else if (cell && cell.value !== null) data[place.column] = { v: cell.value };
    });
  });
  return {
    id: sheet.key,
    name: sheet.name,
    rowCount: sheet.rows.length + 5,
    columnCount: sheet.columns.length + 5,
    cellData,
  };
}

interface FormulaPlace {
  readonly row: number;
  readonly column: number;
  readonly shown: unknown;
}

function eachFormula(sheet: Sheet, visit: (place: FormulaPlace) => void): void {
  sheet.rows.forEach((row, at) => {
    sheet.columns.forEach((column, index) => {
      const cell = row.cells[column.key];
      if (cell?.formula !== undefined) visit({ row: at, column: index, shown: cell.value });
    });
  });
}

async function assertFiguresAgree(book: SheetBook): Promise<void> {
  const valueAt = await calculated(book);
  for (const sheet of book.sheets) {
    eachFormula(sheet, ({ row, column, shown }) => {
      const found = valueAt(sheet.key, row, column);
      assert.equal(found === "" || found === undefined ? null : found, shown, `${sheet.name} ${row} ${column}`);
    });
  }
}

describe("a ledger's formulas in the grid's engine", () => {
  it("L13 show the service's own figures to the last digit, over every sheet and name of a drawn book", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLedger(), async ({ body, scores, ratings }) => {
        const given = ratings.map((rating) => ({
          item: rating.item,
          raterClass: rating.raterClass,
          rater: rating.raterPersonId ?? rating.raterAccountId,
          score: rating.score,
        }));
        const known = Object.fromEntries([...scores].flatMap(([key, score]) => (score === null ? [] : [[key, score]])));
        const view = aLedgerView({ viewer: "leader", template: body, scores: known, ratings: given });
        await assertFiguresAgree(ledgerBook(view, LEDGER_WORDS_ZH));
      }),
      { numRuns: 12 },
    );
  }).timeout(120_000);
});

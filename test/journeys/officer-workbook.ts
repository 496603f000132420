import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import type { ImportAnswer } from "#core/protocol/push.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { Answer, HttpClient } from "#test/environment/http-client.ts";

export interface Typed {
  /** Row key: an item. */
  readonly row: string;
  /** Column key: "score", "handling", "reason", "text.task", "rating.self". */
  readonly column: string;
  readonly value: CellValue;
}

/** An officer's spreadsheet program: takes a ledger's workbook, types into cells found by their keys, gives the file back. */
export class OfficerWorkbook {
  readonly #book: ExcelJS.Workbook;

  private constructor(book: ExcelJS.Workbook) {
    this.#book = book;
  }

  static async export(client: HttpClient, ledger: string): Promise<OfficerWorkbook> {
    const response = await fetch(`${client.url}/api/ledgers/${ledger}/output/xlsx?reason=test`, {
      headers: { Authorization: `Bearer ${client.token ?? ""}` },
    });
    assert.equal(response.status, 200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    return new OfficerWorkbook(book);
  }

  get book(): ExcelJS.Workbook {
    return this.#book;
  }

  type(cells: readonly Typed[]): this {
    for (const { row, column, value } of cells) this.cell(row, column).value = value;
    return this;
  }

  /** @throws where no sheet has such a row and column. */
  cell(row: string, column: string): ExcelJS.Cell {
    for (const sheet of this.#book.worksheets) {
      const at = keyIndex(sheet.getRow(1).values, column);
      const line = keyIndex(sheet.getColumn(1).values, row);
      if (at > 0 && line > 0) return sheet.getCell(line, at);
    }
    throw new Error(`no cell ${row} ${column}`);
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#book.xlsx.writeBuffer());
  }
}

/** exceljs counts from 1 and leaves the first place empty. */
function keyIndex(values: unknown, key: string): number {
  return Array.isArray(values) ? values.indexOf(key) : -1;
}

export async function importBytes(
  client: HttpClient,
  ledger: string,
  sent: { readonly bytes: Uint8Array<ArrayBuffer>; readonly dryRun?: true },
): Promise<Answer> {
  const headers = { "Content-Type": "application/octet-stream" };
  const query = sent.dryRun === true ? "?dryRun=true" : "";
  return await client.call("POST", `/ledgers/${ledger}/import${query}`, { bytes: sent.bytes, headers });
}

/** Export, type, import: every cell's outcome, by row and column. */
export async function roundTrip(client: HttpClient, ledger: string, cells: readonly Typed[]): Promise<ImportAnswer> {
  const workbook = (await OfficerWorkbook.export(client, ledger)).type(cells);
  const answer = await importBytes(client, ledger, { bytes: await workbook.bytes() });
  assert.equal(answer.status, 200, answer.text);
  return answer.body as ImportAnswer;
}

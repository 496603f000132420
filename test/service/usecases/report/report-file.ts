import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import type { HttpClient } from "#test/environment/http-client.ts";

export const EXPORTED_WHY = "发给支部填写手工数";

/** The officer's spreadsheet program: finds cells by the hidden keys, types, gives the file back. */
export class ReportFile {
  readonly book = new ExcelJS.Workbook();

  static async export(of: { readonly client: HttpClient; readonly path: string }): Promise<ReportFile> {
    return await ReportFile.download(of, "/output", { reason: EXPORTED_WHY });
  }

  static async download(
    of: { readonly client: HttpClient; readonly path: string },
    what: string,
    query: Readonly<Record<string, string>>,
  ): Promise<ReportFile> {
    const { url, token = "" } = of.client;
    const response = await fetch(`${url}/api${of.path}${what}?${new URLSearchParams(query).toString()}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    assert.equal(response.status, 200);
    return await ReportFile.open(await response.arrayBuffer());
  }

  static async open(bytes: ArrayBuffer): Promise<ReportFile> {
    const file = new ReportFile();
    await file.book.xlsx.load(bytes);
    return file;
  }

  cell(address: string, column?: string): ExcelJS.Cell {
    const keys = keysOfReportCell(address);
    const sheet = this.book.worksheets.find((each) => each.getCell("A1").value === `#sheet:${keys?.sheet ?? ""}`);
    assert.ok(keys && sheet, address);
    const at = (sheet.getRow(1).values as unknown[]).indexOf(column ?? keys.column);
    const line = (sheet.getColumn(1).values as unknown[]).indexOf(keys.row);
    assert.ok(at > 0 && line > 0, address);
    return sheet.getCell(line, at);
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.book.xlsx.writeBuffer());
  }
}

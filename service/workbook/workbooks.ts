import type { Workbooks } from "#service/ports/workbooks.ts";
import { DEFLATE_CODEC } from "./deflate-codec.ts";
import { inspectWorkbook } from "./intake/foreign/inspect-workbook.ts";
import { openSheet } from "./intake/foreign/open-sheet.ts";
import { readWordText, readWorkbook, type IntakeOptions } from "./intake/read-workbook.ts";
import { writeResultColumn } from "./intake/results/write-result-column.ts";
import { renderXlsx } from "./render-xlsx.ts";
import { takeTurns } from "./take-turns.ts";

/** Each reader may take a core and up to 400 MB. */
const AT_ONCE = 2;

export function createWorkbooks(options: IntakeOptions = {}): Workbooks {
  const turn = takeTurns(AT_ONCE);
  return {
    codec: DEFLATE_CODEC,
    render: (book) => renderXlsx(book),
    read: (content) => turn(() => readWorkbook(content, options)),
    inspect: (content) => turn(() => inspectWorkbook(content, options)),
    openSheet: (content, sheet) => turn(() => openSheet(content, sheet, options)),
    withResults: (content, results) => turn(() => writeResultColumn(content, results, options)),
    readWordText: (content) => turn(() => readWordText(content, options)),
  };
}

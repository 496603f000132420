import { fillWords } from "../draft/fill-words.ts";
import { PLAIN_NUMBER, textCell } from "../draft/make-cell.ts";
import { addTableHead } from "../draft/plain-table.ts";
import { addRow, newDraft } from "../draft/sheet-draft.ts";
import type { Sheet } from "../sheet.ts";
import { LAST_YEAR_FIRST_ROW, type ReportFrame } from "./report-frame.ts";
import { LAST_YEAR_SHEET } from "./report-places.ts";
import { reportPrint } from "./tables/table-sheet.ts";

/** Numbers of the year before that formulas and checks read; what is not known is empty, and what waits for it says so. */
export function lastYearSheet(frame: ReportFrame): Sheet {
  const { view, words } = frame;
  const draft = newDraft(words.sheets.lastYear, [
    { key: "cell", width: 12 },
    { key: "table", width: 48 },
    { key: "value", width: 14 },
  ]);
  const info = fillWords(words.head, { maker: view.furniture.maker, unit: view.unitName, day: view.ask.on });
  const headerRow = addTableHead(draft, {
    ...{ title: words.lastYear.title, info, headers: words.lastYear.columns },
  });
  if (headerRow + 1 !== LAST_YEAR_FIRST_ROW) throw new Error("last year's rows begin elsewhere");
  const names = new Map(view.tables.map(({ no, name }) => [no, fillWords(words.tableTitle, { no, name })]));
  for (const { table, cell } of frame.lastYear) {
    const address = `${table}!${cell}`;
    addRow(draft, {
      ...{ key: null, kind: "data" },
      cells: {
        cell: textCell(address),
        table: textCell(names.get(table) ?? ""),
        value: {
          ...{ value: view.lastYear[address] ?? null, state: "locked" },
          ...{ align: "right", format: PLAIN_NUMBER },
        },
      },
    });
  }
  return {
    ...{ key: LAST_YEAR_SHEET, name: draft.sheet, columns: draft.columns, rows: draft.rows, merges: draft.merges },
    ...{ frozen: { rows: headerRow + 1, columns: 1 }, protection: "input-only" },
    print: reportPrint(frame, { from: headerRow, to: headerRow }),
  };
}

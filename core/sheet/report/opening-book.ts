import { cellsOfCheck, checkPlaces } from "#core/report/check/run-checks.ts";
import type { SheetBook } from "../sheet-book.ts";
import { fillWords } from "../draft/fill-words.ts";
import { reportBook } from "./report-book.ts";
import type { ReportCellView, ReportTableView, ReportView } from "./report-view.ts";
import type { ReportWords } from "./report-words.ts";

/**
 * An empty form for the figures of an earlier year (R14): every cell that the form does not compute is green and waits for a number.
 * Formulas and the checks within the year stand in it, so that it is seen at once whether what was copied is right. It is no report:
 * what is typed into it is never taken for changes of one.
 */
export function openingBook(view: ReportView, words: ReportWords): SheetBook {
  const year = view.ask.on.slice(0, 4);
  const tables = view.tables.map(emptyTable);
  const definitions = tables.map((definition) => ({ definition }));
  const checks = view.checks.filter((check) =>
    checkPlaces(check, definitions).every(({ place }) => cellsOfCheck(check, place).every((cell) => !cell.lastYear)),
  );
  const title = fillWords(words.opening, { year, title: view.title });
  const book = reportBook({ ...view, title, tables, checks, findings: [], lastYear: {} }, words);
  return { ...book, identity: { ...book.identity, kind: "opening" } };
}

function emptyTable(table: ReportTableView): ReportTableView {
  const cells = Object.entries(table.cells).map(([cell, view]) => [cell, emptyCell(view)] as const);
  return { ...table, cells: Object.fromEntries(cells) };
}

function emptyCell({ kind, formula, decimals }: ReportCellView): ReportCellView {
  if (kind === "formula") return { kind, value: null, ...(formula && { formula }) };
  return { kind: "manual", value: null, ...(decimals && { decimals }) };
}

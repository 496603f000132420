import { cellsOfCheck, checkPlaces } from "#core/report/check/run-checks.ts";
import { cellsOfTerm, termsOf, type CellRead } from "#core/report/formula/formula-cells.ts";
import { fillWords } from "../draft/fill-words.ts";
import type { ReportView } from "./report-view.ts";
import type { ReportWords } from "./report-words.ts";
import type { BookPlace } from "./sheet-formula.ts";
import { tableLayout, type TableLayout } from "./tables/table-layout.ts";

/** What every sheet of a report is drawn with: where each cell stands, before any of them is drawn. */
export interface ReportFrame {
  readonly view: ReportView;
  readonly words: ReportWords;
  readonly forFile: boolean;
  /** Beside each row a cell for the reason why generated numbers of it were changed. */
  readonly hasReasons: boolean;
  readonly layouts: readonly TableLayout[];
  /** Cells of last year that formulas and checks read, in the order of their rows. */
  readonly lastYear: readonly CellRead[];
  readonly locate: (cell: CellRead) => BookPlace | undefined;
}

/** Rows of last year's numbers begin below title, head and headings; their third column has the number. */
export const LAST_YEAR_FIRST_ROW = 3;
const LAST_YEAR_COLUMN = 2;

export function reportFrame(view: ReportView, words: ReportWords, forFile: boolean): ReportFrame {
  const layouts = view.tables.map((table) => tableLayout(table, fillWords(words.sheets.table, { no: table.no })));
  const byTable = new Map(layouts.map((layout) => [layout.table.no, layout]));
  const lastYear = lastYearCells(view);
  const lastYearRows = new Map(lastYear.map((cell, index) => [keyOf(cell), LAST_YEAR_FIRST_ROW + index]));
  const locate = (read: CellRead): BookPlace | undefined => {
    if (read.lastYear) {
      const row = lastYearRows.get(keyOf(read));
      return row === undefined ? undefined : { sheet: words.sheets.lastYear, row, column: LAST_YEAR_COLUMN };
    }
    const layout = byTable.get(read.table);
    const at = layout?.places.get(read.cell);
    return layout && at && { sheet: layout.sheet, ...at };
  };
  return { view, words, forFile, hasReasons: forFile && view.may.edit, layouts, lastYear, locate };
}

function keyOf({ table, cell }: Pick<CellRead, "table" | "cell">): string {
  return `${table}!${cell}`;
}

function lastYearCells(view: ReportView): readonly CellRead[] {
  const tables = view.tables.map((definition) => ({ definition }));
  const inFormulas = view.tables.flatMap(({ no: table, cells }) =>
    Object.entries(cells).flatMap(([cell, { formula }]) =>
      formula ? termsOf(formula).flatMap((term) => cellsOfTerm(term, { table, cell })) : [],
    ),
  );
  const inChecks = view.checks.flatMap((check) =>
    checkPlaces(check, tables).flatMap(({ place }) => cellsOfCheck(check, place)),
  );
  const read = [...inFormulas, ...inChecks].filter(({ lastYear }) => lastYear);
  const distinct = new Map(read.map((cell) => [keyOf(cell), cell]));
  return [...distinct.values()].toSorted((a, b) => a.table - b.table);
}

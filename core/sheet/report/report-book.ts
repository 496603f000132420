import type { SheetBook } from "../sheet-book.ts";
import { checksSheet } from "./checks-sheet.ts";
import { bookTitle, contentsSheet } from "./contents-sheet.ts";
import { findingMarks } from "./finding-marks.ts";
import { lastYearSheet } from "./last-year-sheet.ts";
import { reportFrame } from "./report-frame.ts";
import { reportLegend } from "./report-legend.ts";
import type { ReportView } from "./report-view.ts";
import type { ReportWords } from "./report-words.ts";
import { recordOfAsk } from "./tables/table-cell.ts";
import { tableSheet } from "./tables/table-sheet.ts";

export interface ReportBookOptions {
  /**
   * A file has no panes beside it: it shows explanations among the checks and what fails in colour, and where it may come back
   * filled in a column beside each table for the reasons of changed numbers. In a live sheet those would have it drawn anew
   * after every push.
   */
  readonly forFile?: boolean;
}

/**
 * A whole set as sheets (R1, R3, R4): 目录, a sheet per table, 校核 with every check as a formula, and last year's numbers that they
 * read. Formula cells are ordinary formulas, so that the sheets stay right in any program while somebody fills them.
 */
export function reportBook(view: ReportView, words: ReportWords, options: ReportBookOptions = {}): SheetBook {
  const frame = reportFrame(view, words, options.forFile === true);
  const marks = findingMarks(view.findings, words);
  const tables = frame.layouts.map((layout) => tableSheet(frame, layout, marks));
  const checks = checksSheet(frame);
  const contents = contentsSheet(frame, checks);
  const lastYear = frame.lastYear.length > 0 ? [lastYearSheet(frame)] : [];
  return {
    identity: {
      ...{ kind: "report", ...view.issue, subject: recordOfAsk(view.ask) },
      ...{ unit: view.unitName, year: Number(view.ask.on.slice(0, 4)) },
    },
    title: bookTitle(frame),
    sheets: [contents, ...tables, checks.sheet, ...lastYear],
    names: [],
    legend: reportLegend(words, ["changed", "refused", "conflict"]),
  };
}

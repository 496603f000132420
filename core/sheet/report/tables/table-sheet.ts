import { shownTime } from "#core/kernel/instant.ts";
import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { textCell } from "#core/sheet/draft/make-cell.ts";
import { addSpanningRow, newDraft, type SheetDraft } from "#core/sheet/draft/sheet-draft.ts";
import type { PrintSettings, Sheet } from "#core/sheet/sheet.ts";
import type { FindingMark } from "../finding-marks.ts";
import { manualNotes } from "./manual-notes.ts";
import { reportLegend } from "../report-legend.ts";
import type { ReportFrame } from "../report-frame.ts";
import { tableSheetKey } from "../report-places.ts";
import { pagesTall } from "./pages-tall.ts";
import { tableColumns } from "./table-columns.ts";
import { addHeadings } from "./table-head.ts";
import type { TableLayout } from "./table-layout.ts";
import { addBody, addSupplement } from "./table-rows.ts";

/** One table of the form with its page furniture; states, notes and bindings of each cell (R3). */
export function tableSheet(frame: ReportFrame, layout: TableLayout, marks: ReadonlyMap<string, FindingMark>): Sheet {
  const { words, hasReasons } = frame;
  const { table, stubs } = layout;
  const columns = tableColumns(table, { stubs, hasReasons });
  // Reasons are for the one who fills the file in, not for paper.
  const lastColumn = columns.length - (hasReasons ? 2 : 1);
  const draft = newDraft(layout.sheet, columns, lastColumn);
  const whys = manualNotes(table);
  addTop(draft, frame, layout);
  addHeadings(draft, layout, { words, notes: whys.columns, hasReasons });
  const drawn = { frame, layout, marks, whys: whys.cells };
  addBody(draft, drawn, whys.rows);
  addSupplement(draft, drawn);
  addFoot(draft, frame);
  const headings = { from: layout.headRow, to: layout.lettersRow };
  const pages = pagesTall(draft, { lastColumn, headings: layout.headings + 1 });
  return {
    ...{ key: tableSheetKey(table.no), name: draft.sheet, columns: draft.columns, rows: draft.rows },
    ...{ merges: draft.merges, protection: "input-only" },
    frozen: { rows: layout.firstRow, columns: stubs + 1 },
    print: {
      ...reportPrint(frame, headings),
      ...(hasReasons ? { lastColumn } : {}),
      ...(pages === undefined ? {} : { pagesTall: pages }),
    },
  };
}

function addTop(draft: SheetDraft, { view, words }: ReportFrame, { table }: TableLayout): void {
  const title = fillWords(words.tableTitle, { no: table.no, name: table.name });
  const shown = view.rehearsal ? `${title}${words.rehearsal}` : title;
  addSpanningRow(draft, { key: null, kind: "title", height: 30 }, textCell(shown, { bold: true, align: "center" }));
  const facts = { maker: view.furniture.maker, unit: view.unitName, day: view.ask.on };
  addSpanningRow(draft, { key: null, kind: "info" }, textCell(fillWords(words.head, facts), { align: "left" }));
}

/** Who answers for it, and what the looks mean. */
function addFoot(draft: SheetDraft, { view, words }: ReportFrame): void {
  const { head, clerk, reportedOn } = view.furniture;
  const facts = { head, clerk, reportedOn: reportedOn ?? words.noDay };
  addSpanningRow(draft, { key: null, kind: "info" }, textCell(fillWords(words.foot, facts), { align: "left" }));
  const legend = reportLegend(words).map(({ symbol, label }) => `${symbol} ${label}`);
  addSpanningRow(
    draft,
    { key: null, kind: "legend" },
    textCell([words.contents.legend, ...legend].join("　"), { align: "left" }),
  );
}

/** A4 across, one page wide, headings on every page. */
export function reportPrint({ view, words }: ReportFrame, repeatRows: PrintSettings["repeatRows"]): PrintSettings {
  const { issuedTo, issuedAt } = view.issue;
  const facts = { title: view.title, unit: view.unitName, day: view.ask.on };
  return {
    ...{ paper: "A4", orientation: "landscape", fitToWidth: true, repeatRows },
    header: fillWords(words.printHeader, facts),
    footer: fillWords(words.printFooter, { ...facts, account: issuedTo, time: shownTime(issuedAt) }),
  };
}

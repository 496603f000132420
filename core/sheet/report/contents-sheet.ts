import type { CellState } from "../cell.ts";
import { columnLetters, HIDDEN_COLUMNS } from "../cell-address.ts";
import { fillWords } from "../draft/fill-words.ts";
import { formulaCell, PLAIN_NUMBER, textCell } from "../draft/make-cell.ts";
import { addTableHead } from "../draft/plain-table.ts";
import { addRow, columnRanges, newDraft, type SheetDraft } from "../draft/sheet-draft.ts";
import type { Sheet } from "../sheet.ts";
import type { ChecksSheet } from "./checks-sheet.ts";
import type { ReportFrame } from "./report-frame.ts";
import { reportLegend, sampleOf } from "./report-legend.ts";
import { CONTENTS_SHEET } from "./report-places.ts";
import { rangesOf } from "./sheet-formula.ts";
import type { TableLayout } from "./tables/table-layout.ts";
import { reportPrint } from "./tables/table-sheet.ts";

/** Arguments that a function takes in old programs. */
const MOST_RANGES = 200;
const FIGURES = ["errors", "explains", "open"] as const;
const FIGURE = { format: PLAIN_NUMBER } as const;
/** Of what stands between tables. */
const NO_TABLE = 0;

/** 目录: every table with what is still open in it, counted live in the list of checks and among the green cells. */
export function contentsSheet(frame: ReportFrame, checks: ChecksSheet): Sheet {
  const { view, words } = frame;
  const draft = newDraft(words.sheets.contents, [
    { key: "no", width: 8 },
    { key: "name", width: 60 },
    { key: "errors", width: 10 },
    { key: "explains", width: 10 },
    { key: "open", width: 10 },
  ]);
  const headerRow = addTableHead(draft, {
    title: `${bookTitle(frame)} ${words.contents.title}`,
    info: fillWords(words.head, { maker: view.furniture.maker, unit: view.unitName, day: view.ask.on }),
    headers: words.contents.columns,
  });
  const rows = frame.layouts.map((layout) => addTable(draft, frame, { layout, checks }));
  const between = { no: 0, name: words.contents.between, link: "#checks", ...openOf(checks, NO_TABLE) };
  rows.push(addLine(draft, { frame, checks, line: between, open: formulaCell("0", 0, FIGURE) }));
  addTotal(draft, words.contents.total, rows);
  addLegend(draft, frame);
  return {
    ...{ key: CONTENTS_SHEET, name: draft.sheet, columns: draft.columns, rows: draft.rows, merges: draft.merges },
    ...{ frozen: { rows: headerRow + 1, columns: 0 }, protection: "input-only" },
    print: { ...reportPrint(frame, { from: headerRow, to: headerRow }), orientation: "portrait" },
  };
}

export function bookTitle({ view, words }: ReportFrame): string {
  const title = fillWords(words.bookTitle, { title: view.title, unit: view.unitName });
  return view.rehearsal ? `${title}${words.rehearsal}` : title;
}

interface Open {
  readonly errors: number;
  readonly explains: number;
}

/** As the service found them, until a host calculates. */
function openOf({ found }: ChecksSheet, table: number): Open {
  const count = (wanted: string) => found.filter(({ no, severity }) => no === table && severity === wanted).length;
  return { errors: count("error"), explains: count("explain") };
}

interface Line extends Open {
  readonly no: number;
  readonly name: string;
  readonly link: string;
}

function addTable(
  draft: SheetDraft,
  frame: ReportFrame,
  { layout, checks }: { readonly layout: TableLayout; readonly checks: ChecksSheet },
): number {
  const { no, name, cells } = layout.table;
  const line = { no, name, link: `#t${no}`, ...openOf(checks, no) };
  const manual = Object.entries(cells).filter(([, { kind }]) => kind === "manual");
  const empty = manual.filter(([, { value }]) => value === null).length;
  const reads = manual.map(([cell]) => ({ table: no, cell, lastYear: false }));
  const ranges = rangesOf(reads, { sheet: draft.sheet, locate: frame.locate });
  return addLine(draft, { frame, checks, line, open: formulaCell(emptyFormula(manual.length, ranges), empty, FIGURE) });
}

function emptyFormula(count: number, ranges: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < ranges.length; at += MOST_RANGES)
    parts.push(`-COUNT(${ranges.slice(at, at + MOST_RANGES).join(",")})`);
  return `${count}${parts.join("")}`;
}

interface DrawnLine {
  readonly frame: ReportFrame;
  readonly checks: ChecksSheet;
  readonly line: Line;
  readonly open: ReturnType<typeof formulaCell>;
}

function addLine(draft: SheetDraft, { frame: { words }, checks, line, open }: DrawnLine): number {
  const count = (severity: "error" | "explain") => failsFormula(checks, words, { no: line.no, severity });
  return addRow(draft, {
    ...{ key: null, kind: "data" },
    cells: {
      no: textCell(line.no === NO_TABLE ? "" : String(line.no), { align: "center" }),
      name: textCell(line.name, { align: "left", link: line.link }),
      errors: formulaCell(count("error"), line.errors, FIGURE),
      explains: formulaCell(count("explain"), line.explains, FIGURE),
      open,
    },
  });
}

function failsFormula(
  checks: ChecksSheet,
  words: ReportFrame["words"],
  { no, severity }: { readonly no: number; readonly severity: "error" | "explain" },
): string {
  const column = (key: string) => {
    const letters = columnLetters(checks.sheet.columns.findIndex((each) => each.key === key) + HIDDEN_COLUMNS);
    return `'${words.sheets.checks}'!$${letters}$${checks.rows.first}:$${letters}$${checks.rows.last}`;
  };
  const wanted = [`${column("no")},${no}`, `${column("severity")},"${words.checks.severity[severity]}"`];
  return `COUNTIFS(${[...wanted, `${column("verdict")},"${words.checks.fails}"`].join(",")})`;
}

function addTotal(draft: SheetDraft, label: string, rows: readonly number[]): void {
  const sums = FIGURES.map((key) => {
    const value = rows.reduce((sum, row) => sum + Number(draft.rows[row]?.cells[key]?.value ?? 0), 0);
    return [key, formulaCell(`SUM(${columnRanges(draft, rows, key).join(",")})`, value, FIGURE)] as const;
  });
  addRow(draft, {
    ...{ key: null, kind: "total" },
    cells: { name: textCell(label, { bold: true, align: "left" }), ...Object.fromEntries(sums) },
  });
}

function addLegend(draft: SheetDraft, { words }: ReportFrame): void {
  for (const { state, symbol, label } of reportLegend(words)) {
    const cells = {
      no: textCell(symbol, { ...sampleOf(state as CellState), align: "center" }),
      name: textCell(label, { align: "left" }),
    };
    addRow(draft, { key: null, kind: "legend", cells });
  }
}

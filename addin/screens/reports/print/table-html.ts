import { styleOf } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import type { ReportTableView, ReportView } from "#core/sheet/report/report-view.ts";
import type { ReportSubmissionWords } from "#addin/wording/report/report-submission-phrases.ts";
import { printedState } from "./cell-states.ts";
import { escaped } from "#addin/components/print/escaped.ts";
import { deepest, headingLines, stubLines, type StubCell } from "./nested-headings.ts";

type PageWords = ReportSubmissionWords["print"]["page"];
export type PrintedMark = keyof PageWords["marks"];

export interface TablePaper {
  readonly view: ReportView;
  readonly words: PageWords;
  readonly found: ReadonlyMap<string, CellState>;
}

interface TableOnPaper {
  readonly html: string;
  /** What its symbols want explained, weakest first. */
  readonly marks: readonly PrintedMark[];
}

/** One table with its supplementary lines: real headings, so that a page's worth can be read on its own. */
export function tableHtml(table: ReportTableView, paper: TablePaper): TableOnPaper {
  const seen = new Set<CellState>();
  const figure = (id: string): Figure => {
    const shown = figureOf(table, id, paper);
    seen.add(shown.state);
    return shown;
  };
  const stubs = stubLines(table.rows, paper.words.of);
  const stubColumns = deepest(table.rows.map(({ path }) => path));
  const html = `<table class="${widthClass(table.columns.length)}">${colgroup(table, stubColumns)}<thead>${headHtml(table, paper.words, stubColumns)}</thead><tbody>${table.rows.map((row, at) => `<tr>${stubHtml(stubs[at] ?? [])}<th class="code" scope="row">${row.no}</th>${table.columns.map(({ id }) => cellHtml(figure(`${id}${row.no}`))).join("")}</tr>`).join("")}</tbody></table>${supplementHtml(table, paper.words, figure)}`;
  return { html, marks: MARKS.filter((mark) => seen.has(mark)) };
}

const MARKS: readonly PrintedMark[] = ["manual", "overridden", "stale", "explain", "error"];

function widthClass(columns: number): string {
  if (columns <= 14) return "";
  return columns <= 20 ? "wide" : "widest";
}

/** Titles get what the figures leave, but never less than a fifth. */
function colgroup({ columns }: ReportTableView, stubColumns: number): string {
  const figures = Math.min(columns.length > 20 ? 84 : 76, Math.max(20, columns.length * 7));
  const stub = `<col style="width:${((97 - figures) / stubColumns).toFixed(2)}%">`.repeat(stubColumns);
  const column = `<col style="width:${(figures / columns.length).toFixed(2)}%">`;
  return `<colgroup>${stub}<col style="width:3%">${column.repeat(columns.length)}</colgroup>`;
}

function headHtml({ columns }: ReportTableView, words: PageWords, stubColumns: number): string {
  const lines = headingLines(columns, words.of);
  const corner = `<th rowspan="${lines.length}" colspan="${stubColumns}">${escaped(words.items)}</th><th rowspan="${lines.length}">${escaped(words.code)}</th>`;
  const drawn = lines.map((cells, line) => {
    const drawnCells = cells.map(
      ({ text, columns: wide, rows }) => `<th scope="col" colspan="${wide}" rowspan="${rows}">${escaped(text)}</th>`,
    );
    return `<tr>${line === 0 ? corner : ""}${drawnCells.join("")}</tr>`;
  });
  const letters = columns.map(({ id }) => `<th class="code">${escaped(id)}</th>`).join("");
  return `${drawn.join("")}<tr><th colspan="${stubColumns + 1}"></th>${letters}</tr>`;
}

function stubHtml(cells: readonly StubCell[]): string {
  return cells
    .map(
      ({ text, columns, rows, indent }) =>
        `<th scope="row" colspan="${columns}" rowspan="${rows}" style="padding-left:${3 + indent * 8}px">${escaped(text)}</th>`,
    )
    .join("");
}

interface Figure {
  readonly text: string;
  readonly state: CellState;
  readonly ground: CellState;
  readonly isThere: boolean;
}

function figureOf(table: ReportTableView, id: string, { found }: TablePaper): Figure {
  const cell = table.cells[id];
  if (!cell) return { text: "—", state: "text", ground: "text", isThere: false };
  const states = printedState(cell, found.get(`${table.no}!${id}`));
  return { text: cell.value === null ? "" : String(cell.value), ...states, isThere: true };
}

function cellHtml({ text, state, ground, isThere }: Figure): string {
  if (!isThere) return `<td class="none">${text}</td>`;
  const { fill, line } = styleOf(state, ground);
  const parts = [
    ...(fill === null || fill === "FFFFFF" ? [] : [`background:#${fill}`]),
    ...(line === null ? [] : [`border:1.5pt solid #${line}`]),
  ];
  const look = parts.length === 0 ? "" : ` style="${parts.join(";")}"`;
  return `<td${look}>${marked(text, state)}</td>`;
}

/** Colour is never alone, least of all on a black and white printer. */
function marked(text: string, state: CellState): string {
  const isMark = (MARKS as readonly CellState[]).includes(state);
  return escaped(isMark ? `${styleOf(state).symbol} ${text}` : text);
}

/** Each blank shows its number underlined. */
function supplementHtml(table: ReportTableView, words: PageWords, figure: (id: string) => Figure): string {
  if (table.supplement.length === 0) return "";
  const lines = table.supplement.map(({ no, text }) => {
    const [before = "", ...parts] = text.split(/_{2,}/u);
    const filled = parts.map((part, index) => {
      const { text: value, state } = figure(`补${no}.${index + 1}`);
      return `<u>${marked(value, state)}</u>${escaped(part)}`;
    });
    return `<li value="${no}">${escaped(before)}${filled.join("")}</li>`;
  });
  return `<p><b>${escaped(words.supplement)}</b></p><ol>${lines.join("")}</ol>`;
}

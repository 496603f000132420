import { columnLetters } from "#core/sheet/cell-address.ts";
import { type BorderLine, EDGES, type WorkbookCell } from "./cell-model.ts";
import { common, heightOf, oneCell, type Rect, widthOf } from "./rect.ts";
import type { SheetModel } from "./sheet-model.ts";
import { shownText } from "./shown-text.ts";
import type { WorkbookModel } from "./workbook-model.ts";

export interface RenderOptions {
  /** At least so many rows and columns are drawn, empty ones too. */
  readonly rows?: number;
  readonly columns?: number;
  /** No more than these. */
  readonly mostRows?: number;
}

/** Characters and points in CSS pixels, as at 100 %. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_PER_POINT = 4 / 3;

/**
 * The active sheet as an HTML page fragment with its own style: what a desk program would show, for screenshots and for
 * looking at what was drawn. Hidden rows and columns are left out.
 */
export function renderHtml(workbook: WorkbookModel, options: RenderOptions = {}): string {
  const sheet = workbook.activeSheet;
  const view = viewOf(sheet, options);
  const head = view.columns
    .map((column) => `<th class="head" style="width:${pixelWidth(sheet, column)}px">${columnLetters(column)}</th>`)
    .join("");
  const rows = view.rows.map((row) => rowHtml(sheet, row, view)).join("\n");
  const width = 40 + view.columns.reduce((sum, column) => sum + pixelWidth(sheet, column), 0);
  return `<div class="workbook"><style>${STYLE}</style>
<div class="title-bar">${escaped(workbook.title)}</div>
<div class="scroll"><table style="width:${width}px"><thead><tr><th class="head corner"></th>${head}</tr></thead>
<tbody>
${rows}
</tbody></table></div>
${tabsHtml(workbook)}</div>`;
}

interface View {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function viewOf(sheet: SheetModel, { rows = 20, columns = 8, mostRows = 200 }: RenderOptions): View {
  const used = sheet.usedRect();
  const lastRow = Math.max(used?.bottom ?? 0, rows - 1);
  const lastColumn = Math.max(used?.right ?? 0, columns - 1);
  return {
    rows: shown(lastRow, (row) => sheet.rowState(row).hidden).slice(0, mostRows),
    columns: shown(lastColumn, (column) => sheet.columnState(column).hidden),
  };
}

function shown(last: number, isHidden: (at: number) => boolean): readonly number[] {
  return Array.from({ length: last + 1 }, (_, at) => at).filter((at) => !isHidden(at));
}

function pixelWidth(sheet: SheetModel, column: number): number {
  return Math.round(sheet.columnWidth(column) * PIXELS_PER_CHARACTER) + 5;
}

function rowHtml(sheet: SheetModel, row: number, view: View): string {
  const cells = view.columns.map((column) => cellHtml(sheet, { row, column }, view)).join("");
  return `<tr style="height:${Math.round(sheet.rowHeight(row) * PIXELS_PER_POINT)}px"><th class="head">${row + 1}</th>${cells}</tr>`;
}

/** A merged block is one cell, drawn where its first shown cell stands. */
function cellHtml(sheet: SheetModel, at: { readonly row: number; readonly column: number }, view: View): string {
  const merge = sheet.mergeAt(at.row, at.column) ?? oneCell(at.row, at.column);
  const rows = view.rows.filter((row) => row >= merge.top && row <= merge.bottom);
  const columns = view.columns.filter((column) => column >= merge.left && column <= merge.right);
  if (rows[0] !== at.row || columns[0] !== at.column) return "";
  const cell = sheet.cell(merge.top, merge.left);
  const classes = [isSelected(sheet, merge) ? "selected" : "", hasNote(cell) ? "noted" : ""].filter(
    (name) => name !== "",
  );
  const spans = `${rows.length > 1 ? ` rowspan="${rows.length}"` : ""}${columns.length > 1 ? ` colspan="${columns.length}"` : ""}`;
  const named = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  const prompt = isActive(sheet, merge) ? promptHtml(cell) : "";
  return `<td${spans}${named} style="${escaped(cellCss(cell))}">${escaped(shownText(cell)).replaceAll("\n", "<br>")}${prompt}</td>`;
}

function isSelected(sheet: SheetModel, rect: Rect): boolean {
  return common(sheet.selection, rect) !== undefined;
}

function isActive(sheet: SheetModel, rect: Rect): boolean {
  const { top, left } = sheet.selection;
  return common(oneCell(top, left), rect) !== undefined && heightOf(rect) * widthOf(rect) > 0;
}

function hasNote(cell: WorkbookCell): boolean {
  return cell.comment !== undefined || cell.note !== undefined;
}

/** The input message that stands beside the selected cell. */
function promptHtml(cell: WorkbookCell): string {
  const prompt = cell.validation?.prompt;
  if (!prompt?.show || prompt.message === "") return "";
  const title = prompt.title === "" ? "" : `<b>${escaped(prompt.title)}</b><br>`;
  return `<div class="prompt">${title}${escaped(prompt.message).replaceAll("\n", "<br>")}</div>`;
}

function cellCss({ style, value }: WorkbookCell): string {
  const align =
    style.horizontal === "General" ? (typeof value === "number" ? "right" : "left") : style.horizontal.toLowerCase();
  return [
    `text-align:${align}`,
    `font:${style.italic ? "italic " : ""}${style.bold ? "bold " : ""}${style.fontSize}pt "${style.fontName}","Noto Sans SC",sans-serif`,
    `white-space:${style.wrap ? "pre-wrap" : "pre"}`,
    ...(style.fill === null ? [] : [`background:#${style.fill}`]),
    ...(style.color === null ? [] : [`color:#${style.color}`]),
    ...(style.underline ? ["text-decoration:underline"] : []),
    ...EDGES.flatMap((edge) => {
      const line = style.borders[edge];
      return line ? [`border-${edge}:${lineCss(line)}`] : [];
    }),
  ].join(";");
}

function lineCss({ style, weight, color }: BorderLine): string {
  const width = style === "Double" ? 3 : weight === "Medium" ? 2 : weight === "Thick" ? 3 : 1;
  const kind =
    style === "Double" ? "double" : style === "Continuous" ? (weight === "Hairline" ? "dotted" : "solid") : "dashed";
  return `${width}px ${kind} #${color ?? "000000"}`;
}

function tabsHtml(workbook: WorkbookModel): string {
  const tabs = workbook.sheets
    .filter(({ settings }) => settings.visibility === "visible")
    .map(
      (sheet) => `<span class="tab${sheet === workbook.activeSheet ? " active" : ""}">${escaped(sheet.name)}</span>`,
    );
  return `<div class="tabs">${tabs.join("")}</div>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const STYLE = `
.workbook { background: #fff; color: #000; display: flex; flex-direction: column; height: 100%; font: 11pt "Noto Sans SC", sans-serif; }
.workbook .title-bar { background: #217346; color: #fff; padding: 6px 12px; }
.workbook .scroll { flex: 1; overflow: auto; }
.workbook table { border-collapse: collapse; table-layout: fixed; }
.workbook td { border: 1px solid #e1e1e1; padding: 0 3px; overflow: hidden; vertical-align: middle; position: relative; }
.workbook .head { background: #f3f3f3; border: 1px solid #d0d0d0; font-weight: normal; color: #444; width: 40px; }
.workbook .selected { outline: 2px solid #217346; outline-offset: -2px; overflow: visible; }
.workbook .noted::after { content: ""; position: absolute; top: 0; right: 0; border: 4px solid; border-color: #c00 #c00 transparent transparent; }
.workbook .prompt { position: absolute; left: 100%; top: 100%; z-index: 2; background: #ffffe1; border: 1px solid #888; padding: 4px 6px; width: 180px; white-space: normal; text-align: left; font-size: 9pt; color: #000; }
.workbook .tabs { background: #f3f3f3; border-top: 1px solid #d0d0d0; padding: 2px 12px 0; }
.workbook .tab { display: inline-block; padding: 3px 12px; border: 1px solid #d0d0d0; border-bottom: 0; }
.workbook .tab.active { background: #fff; color: #217346; font-weight: bold; }
`;

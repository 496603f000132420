import { cssText } from "#addin/components/print/css-text.ts";
import { escaped } from "#addin/components/print/escaped.ts";
import type { Cell, CellValue } from "#core/sheet/cell.ts";
import { styleOf, type StateStyle } from "#core/sheet/cell-state.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";

/** A book on paper (L18): A4, as wide as the page, header rows on every page, the figures that stand in the sheet now. */
export function bookHtml(book: SheetBook, reading: BookReading): string {
  const [first] = book.sheets;
  const sheets = book.sheets.map((sheet) =>
    sheetHtml(sheet, reading.sheets.find(({ name }) => name === sheet.name)?.rows ?? []),
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(book.title)}</title><style>${style(first)}</style></head><body>${sheets.join("")}</body></html>`;
}

type Rows = BookReading["sheets"][number]["rows"];

function sheetHtml(sheet: Sheet, rows: Rows): string {
  const shown = sheet.columns.flatMap((column, index) => (column.hidden === true ? [] : [{ column, index }]));
  const total = shown.reduce((sum, { column }) => sum + column.width, 0);
  const columns = shown
    .map(({ column }) => `<col style="width:${((column.width / total) * 100).toFixed(2)}%">`)
    .join("");
  const { from, to } = sheet.print.repeatRows ?? { from: 0, to: -1 };
  const draw = (start: number, end: number): string =>
    sheet.rows
      .slice(start, end)
      .map((row, offset) => rowHtml(sheet, row, { at: start + offset, rows }))
      .join("");
  const before = from > 0 ? `<table><colgroup>${columns}</colgroup><tbody>${draw(0, from)}</tbody></table>` : "";
  return `<section>${before}<table><colgroup>${columns}</colgroup><thead>${draw(from, to + 1)}</thead><tbody>${draw(to + 1, sheet.rows.length)}</tbody></table></section>`;
}

interface RowAt {
  readonly at: number;
  readonly rows: Rows;
}

function rowHtml(sheet: Sheet, row: Row, { at, rows }: RowAt): string {
  const cells = sheet.columns.map((column, index) => {
    if (column.hidden === true) return "";
    const merge = sheet.merges.find(
      ({ top, bottom, left, right }) => at >= top && at <= bottom && index >= left && index <= right,
    );
    if (merge && (merge.top !== at || merge.left !== index)) return "";
    const spans = merge ? ` colspan="${merge.right - merge.left + 1}" rowspan="${merge.bottom - merge.top + 1}"` : "";
    const cell = row.cells[column.key];
    const value = rows[at + 1]?.[index + 1]?.value ?? null;
    return `<td${spans} style="${cellStyle(cell, typeof value)}">${escaped(shownValue(cell, value))}</td>`;
  });
  return `<tr class="${row.kind}">${cells.join("")}</tr>`;
}

/** The figure as its format shows it; only plain decimals are used in books. */
export function shownValue(cell: Cell | undefined, value: CellValue): string {
  if (value === null) return "";
  if (typeof value !== "number") return String(value);
  const decimals = /^0\.(0+)$/.exec(cell?.format ?? "")?.[1]?.length;
  return decimals === undefined ? String(value) : value.toFixed(decimals);
}

function cellStyle(cell: Cell | undefined, type: string): string {
  const { fill, font, line } = lookOf(cell);
  const parts = [
    `text-align:${cell?.align ?? (type === "number" ? "right" : "left")}`,
    fill === null ? "" : `background:#${fill}`,
    font === null ? "" : `color:#${font}`,
    line === null ? "" : `border:1.5pt solid #${line}`,
    cell?.bold === true ? "font-weight:bold" : "",
  ];
  return parts.filter((part) => part !== "").join(";");
}

function lookOf({ state, ground }: Cell = NO_CELL): StateStyle {
  return styleOf(state, ground);
}

const NO_CELL: Cell = { value: null, state: "text" };

function style(sheet: Sheet | undefined): string {
  const { orientation = "portrait", header = "", footer = "" } = sheet?.print ?? {};
  return `
@page { size: A4 ${orientation}; margin: 14mm 10mm 14mm; @top-center { content: ${cssText(header)}; font-size: 9pt } @bottom-left { content: ${cssText(footer)}; font-size: 8pt } @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt } }
body { margin: 0; font: 9pt "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact }
section { break-after: page } section:last-child { break-after: auto }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
thead { display: table-header-group } tr { break-inside: avoid }
td { padding: 2px 4px; border: 0.5pt solid #999; overflow-wrap: anywhere; white-space: pre-wrap; vertical-align: middle }
tr.title td, tr.info td, tr.legend td { border: 0; background: none !important } tr.title td { font-size: 15pt; padding: 6px }
tr.header td { background: #dfe7f2 } tr.section td { background: #f0f4fa; font-weight: bold }`;
}

import { styleOf } from "#core/sheet/cell-state.ts";
import type { ReportTableView, ReportView } from "#core/sheet/report/report-view.ts";
import { cssText } from "#addin/components/print/css-text.ts";
import { escaped } from "#addin/components/print/escaped.ts";
import type { ReportSubmissionWords } from "#addin/wording/report/report-submission-phrases.ts";
import { foundStates } from "./cell-states.ts";
import { tableHtml, type TablePaper } from "./table-html.ts";

export interface Printing {
  readonly words: ReportSubmissionWords;
  /** Number of one table; null: the whole set with a cover. */
  readonly table: number | null;
}

/** A report on paper: A4 landscape, a table per page or more, signature and seal under each (R8, issue 5). */
export function reportHtml(view: ReportView, { words, table }: Printing): string {
  const paper: TablePaper = { view, words: words.print.page, found: foundStates(view.findings) };
  const tables = view.tables.filter(({ no }) => table === null || no === table);
  const cover = table === null ? coverHtml(view, words) : "";
  const sections = tables.map((each) => sectionHtml(each, paper)).join("");
  const title = escaped(`${view.title} ${view.unitName}`);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${style(view)}</style></head><body>${cover}${sections}</body></html>`;
}

function coverHtml(view: ReportView, words: ReportSubmissionWords): string {
  const { page } = words.print;
  const { furniture } = view;
  const line = (label: string, text: string): string =>
    `<p><b>${escaped(label)}</b><span>${escaped(text) || "&nbsp;"}</span></p>`;
  return `<section class="cover"><h1>${escaped(view.title)}</h1><p class="period">${escaped(page.period(view.period.from, view.period.until))}</p>${line(page.unit, `${view.unitName}（${view.unitCode}）`)}${line(page.day, view.ask.on)}${line(page.head, `${furniture.head}　${page.signature}`)}${line(page.clerk, furniture.clerk)}${line(page.reportedOn, furniture.reportedOn ?? page.draft)}<p class="seal">${escaped(page.seal)}</p></section>`;
}

function sectionHtml(table: ReportTableView, paper: TablePaper): string {
  const { view, words } = paper;
  const { furniture } = view;
  const head = `<h2>${escaped(`${words.table(table.no)}　${table.name}`)}</h2><div class="furniture"><span>${escaped(words.maker + furniture.maker)}</span><span>${escaped(`${words.unit}${view.unitName}（${view.unitCode}）`)}</span><span>${escaped(words.day + view.ask.on)}</span></div>`;
  const foot = `<div class="furniture foot"><span>${escaped(`${words.head}${furniture.head}　　${words.signature}`)}</span><span>${escaped(words.clerk + furniture.clerk)}</span><span>${escaped(words.reportedOn + (furniture.reportedOn ?? words.draft))}</span><span>${escaped(words.seal)}</span></div>`;
  const { html, marks } = tableHtml(table, paper);
  const legend = marks.map((state) => `${styleOf(state).symbol} ${words.marks[state]}`).join("　");
  const legendLine = legend === "" ? "" : `<p class="legend">${escaped(words.legend + legend)}</p>`;
  const look = table.rows.length + 2 * table.supplement.length > TALL ? ` class="tall"` : "";
  return `<section${look}>${head}${html}${legendLine}${foot}</section>`;
}

/** Rows that still leave room for the signatures on the same page. */
const TALL = 24;

function style({ title, unitName, ask }: ReportView): string {
  return `
@page { size: A4 landscape; margin: 12mm 10mm 14mm; @bottom-left { content: ${cssText(`${title} ${unitName} ${ask.on}`)}; font-size: 8pt } @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt } }
body { margin: 0; font: 9pt "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact }
section { break-after: page } section:last-child { break-after: auto }
h2 { margin: 0 0 4px; font-size: 15pt; text-align: center }
.furniture { display: flex; justify-content: space-between; gap: 12px; margin: 2px 0 4px; break-inside: avoid }
.foot { margin-top: 10px } .legend { margin: 4px 0 0; font-size: 8pt }
.foot, .legend { break-before: avoid } tbody tr:last-child, li:last-child { break-after: avoid }
.cover { text-align: center; padding-top: 30mm } .cover h1 { font-size: 26pt; margin: 0 0 6mm }
.cover p { font-size: 14pt; margin: 5mm auto; width: 170mm; text-align: left } .cover .seal { text-align: right }
.cover .period { margin: 0 auto 18mm; font-size: 20pt; text-align: center }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
.tall table { font-size: 8pt } table.wide { font-size: 7pt } table.widest { font-size: 6pt }
thead { display: table-header-group } tr { break-inside: avoid }
th, td { padding: 2px 3px; border: 0.5pt solid #555; font-weight: normal; overflow-wrap: anywhere }
.tall th, .tall td, .wide th, .wide td, .widest th, .widest td { padding: 1px 2px }
thead th { background: #eef1f5; text-align: center } tbody th { text-align: left } .code { text-align: center }
td { text-align: right; font-variant-numeric: tabular-nums } td.none { text-align: center; color: #777 }
ol { margin: 4px 0 0; padding-left: 24px } ol + *, p + ol { margin-top: 2px } p { margin: 6px 0 0 }
u { display: inline-block; min-width: 20px; padding: 0 2px; text-align: center }`;
}

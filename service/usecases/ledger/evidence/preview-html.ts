import type { BookReading, SheetReading } from "#core/sheet/reading.ts";

/** A preview is a look, not a copy: so much of a long file. */
const MOST_ROWS = 300;
const MOST_COLUMNS = 60;
const MOST_PARAGRAPHS = 1_000;

/** Sheets as tables. Everything from the file is escaped text; the page has no script, style or link. */
export function tablesHtml(title: string, reading: BookReading): string {
  return page(title, reading.sheets.map((sheet) => `<h2>${escaped(sheet.name)}</h2>${table(sheet)}`).join("\n"));
}

export function paragraphsHtml(title: string, paragraphs: readonly string[]): string {
  const shown = paragraphs.slice(0, MOST_PARAGRAPHS).map((text) => `<p>${escaped(text)}</p>`);
  return page(title, [...shown, ...(paragraphs.length > MOST_PARAGRAPHS ? ["<p>…</p>"] : [])].join("\n"));
}

function table({ rows }: SheetReading): string {
  const shown = rows.slice(0, MOST_ROWS).map((cells) => {
    const texts = cells
      .slice(0, MOST_COLUMNS)
      .map((cell) => `<td>${escaped(cell.value === null ? "" : String(cell.value))}</td>`);
    return `<tr>${texts.join("")}</tr>`;
  });
  return `<table border="1">${shown.join("\n")}${rows.length > MOST_ROWS ? "<tr><td>…</td></tr>" : ""}</table>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>\n${body}\n</body></html>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

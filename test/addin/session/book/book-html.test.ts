import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bookHtml } from "#addin/session/book/book-html.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { cornerText, rowKeyText } from "#core/sheet/row-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

function readingOf(book: SheetBook): BookReading {
  const sheets = book.sheets.map((sheet) => ({
    name: sheet.name,
    rows: [
      [{ value: cornerText(sheet) }, ...sheet.columns.map(({ key }) => ({ value: key }))],
      ...sheet.rows.map((row) => [
        { value: rowKeyText(row) },
        ...sheet.columns.map(({ key }) => ({ value: row.cells[key]?.value ?? null })),
      ]),
    ],
  }));
  return { sheets, meta: null };
}

describe("a book on paper", () => {
  const book = aLedgerBook();
  const html = bookHtml(book, readingOf(book));

  it("L18 is A4, as wide as the page, and repeats its header rows", () => {
    assert.match(html, /@page \{ size: A4 landscape/);
    assert.match(html, /table \{ width: 100%/);
    assert.equal(html.match(/<thead><tr class="header">/g)?.length, book.sheets.length);
  });
  it("L18 shows figures with the decimals of the sheet", () => {
    assert.match(html, />10\.00</);
  });
  it("shows no hidden keys", () => {
    assert.doesNotMatch(html, /#sheet:|#total:/);
  });
  it("A14 shows texts as texts", () => {
    const [first, ...rest] = book.sheets;
    const hostile = readingOf(book).sheets.map((sheet, index) =>
      index > 0
        ? sheet
        : { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => ({ ...cell, value: "<script>" }))) },
    );
    assert.ok(first && rest.length > 0);
    assert.doesNotMatch(bookHtml(book, { sheets: hostile, meta: null }), /<script>/);
  });
});

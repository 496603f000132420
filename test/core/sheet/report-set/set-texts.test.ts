import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { setBook } from "#core/sheet/report-set/set-book.ts";
import { joinedParts, lineParts } from "#core/sheet/report-set/line-parts.ts";
import { setTexts } from "#core/sheet/report-set/set-texts.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";

const FACTS = { id: "2017", title: "试验", issuedAt: "2026-01-05T02:00:00.000Z" };

/** What a file holds of a drawn book: hidden row and column, then the cells. */
function readBack({ sheets }: SheetBook): BookReading {
  const readings = sheets.map(({ key, name, columns, rows }) => ({
    name,
    rows: [
      [{ value: `#sheet:${key}` }, ...columns.map((column) => ({ value: column.key }))],
      ...rows.map(({ cells }) => [
        { value: "#data" },
        ...columns.map((column) => ({ value: cells[column.key]?.value ?? null })),
      ]),
    ],
  }));
  return { sheets: readings, meta: null };
}

const part = fc.oneof(
  fc.constantFrom("", " ", "A | B", "#", "= 行3", "|", "  x", "1"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const line = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(" | ").replace(/[\r\n]/gu, ""));

describe("a form's definition as a workbook", () => {
  it("R1 every line comes back as it was, whatever bars and blanks are in it", () => {
    fc.assert(
      fc.property(line, (text) => {
        assert.equal(joinedParts(lineParts(text)), text);
      }),
    );
  });

  it("R1 the files come back byte for byte, in any number", () => {
    const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => `${lines.join("\n")}\n甲 | 乙\n`);
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(names, text, (files, content) => {
        const texts = new Map(files.map((name, index) => [`${name}.txt`, index === 0 ? content : `${name}\n`]));
        const back = setTexts(readBack(setBook(texts, FACTS)));
        assert.ok(back.ok);
        assert.deepEqual([...back.value], [...texts]);
      }),
    );
  });

  it("R1 an officer's own sheet has no hidden keys; numbers that he types are texts", () => {
    const rows = [[{ value: "表 44 新表" }], [], [{ value: "A" }, { value: "总数" }, { value: 7 }]];
    const back = setTexts({ sheets: [{ name: "table-44", rows }], meta: null });
    assert.deepEqual(back.ok && [...back.value], [["table-44.txt", "表 44 新表\n\nA | 总数 | 7\n"]]);
  });

  it("R1 what a program took for a formula, and a sheet that names no file, are told", () => {
    const formula = { name: "table-01", rows: [[{ value: 3, formula: "1+2" }]] };
    assert.deepEqual(setTexts({ sheets: [formula], meta: null }), {
      ok: false,
      refusal: { code: "set-sheet-formula", sheet: "table-01", row: 1 },
    });
    const named = setTexts({ sheets: [{ name: "表1", rows: [] }], meta: null });
    assert.deepEqual(!named.ok && named.refusal.code, "set-sheet-name-crooked");
  });
});

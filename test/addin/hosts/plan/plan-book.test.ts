import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Cell } from "#core/sheet/cell.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { readingOfBlocks } from "#addin/hosts/plan/standing/block-reading.ts";
import { formatOf, inputOf, plainFormat } from "#addin/hosts/plan/cells/cell-input.ts";
import { noteText, ruleOf } from "#addin/hosts/plan/cells/cell-rule.ts";
import { equalAreas } from "#addin/hosts/plan/cells/equal-areas.ts";
import { encodeFrame, parseBefore, encodeBefore, parseFrame } from "#addin/hosts/plan/standing/kept-frame.ts";
import { addressLists, freshPlacement } from "#addin/hosts/plan/move/placement.ts";
import { planBook } from "#addin/hosts/plan/plan-book.ts";
import { frameOf } from "#addin/hosts/plan/standing/standing-sheet.ts";
import { changedBlocks, paintedAt, solidBlocks } from "#addin/hosts/plan/write-blocks.ts";
import { CELL_STATES, formatWithSymbol } from "#core/sheet/cell-state.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

describe("a book as blocks", () => {
  const book = aLedgerBook();
  const plan = planBook(book, deflateCodec);

  it("W1 holds every cell at its place, in its format", () => {
    book.sheets.forEach((sheet, index) => {
      const planned = plan.sheets[index]!;
      sheet.rows.forEach((row, rowAt) =>
        sheet.columns.forEach(({ key }, columnAt) => {
          const cell = row.cells[key];
          assert.deepEqual(planned.contents[rowAt]?.[columnAt], contentOf(cell));
          assert.equal(paintedAt(planned.open, rowAt, columnAt), cell?.binding !== undefined);
          assert.equal(paintedAt(planned.formats, rowAt, columnAt), cell && formatOf(cell));
          assert.deepEqual(paintedAt(planned.rules, rowAt, columnAt), cell && ruleOf(cell));
        }),
      );
    });
  });

  it("W2a carries the base, or what was issued instead", () => {
    const base = snapshotOfBook(aLedgerBook({ scores: { q1: "2" } }));
    for (const [meta, expected] of [
      [plan.meta, snapshotOfBook(book)],
      [planBook(book, deflateCodec, base).meta, base],
    ] as const) {
      const parsed = parseSnapshot(meta.join(""), deflateCodec);
      assert.deepEqual(parsed.ok && parsed.value, expected);
    }
  });

  it("W1 few rectangles say it all", () => {
    const { formats, looks, ...sheet } = plan.sheets[0]!;
    for (const painted of [formats, looks]) {
      const seen = new Map<string, unknown>();
      for (const { what, areas } of equalAreas<unknown>(painted, freshPlacement(sheet)))
        for (const { top, left, bottom, right } of areas)
          for (let row = top; row <= bottom; row += 1)
            for (let column = left; column <= right; column += 1) {
              assert.equal(seen.has(`${row}:${column}`), false);
              seen.set(`${row}:${column}`, what);
            }
      painted.at.forEach((ids, row) =>
        ids.forEach((_, column) =>
          assert.equal(seen.get(`${row + 1}:${column + 1}`), paintedAt<unknown>(painted, row, column)),
        ),
      );
    }
  });

  it("W3 how it looks is kept in a text, and a text that was changed says nothing", () => {
    const frame = { sheets: plan.sheets.map(frameOf), names: plan.names };
    const text = encodeFrame(frame, deflateCodec).join("");
    assert.deepEqual(parseFrame(text, deflateCodec), frame);
    assert.equal(parseFrame(`${text.slice(0, -8)}AAAAAAA=`, deflateCodec), null);
    assert.equal(parseFrame(null, deflateCodec), null);
    assert.equal(parseFrame("taizhang-frame:2:", deflateCodec), null);
    const reading = { name: "定量任务", rows: [[{ value: "#sheet:quantitative" }, { value: 1, formula: "1" }]] };
    const before = {
      meta: "base",
      names: plan.names,
      sheets: [{ key: "quantitative", reading, frame: frame.sheets[0]! }],
    };
    assert.deepEqual(parseBefore(encodeBefore(before, deflateCodec).join(""), deflateCodec), before);
  });
});

function contentOf(cell: Cell | undefined) {
  const { value = null, formula } = cell ?? {};
  return formula === undefined ? { value } : { value, formula };
}

describe("cells as a program takes them", () => {
  it("A14 texts stay texts, formulas formulas, in every format", () => {
    const inputs: readonly (readonly [Partial<Cell>, string, unknown])[] = [
      [{ value: "=1+1" }, "@", "=1+1"],
      [{ value: "=1+1" }, "0.00", "'=1+1"],
      [{ value: "2026.10" }, "General", "'2026.10"],
      [{ value: "机关党委" }, "General", "机关党委"],
      [{ value: "true" }, "General", "'true"],
      [{ value: 5 }, "General", 5],
      [{ value: null }, "@", ""],
      [{ value: 3, formula: "A1" }, "General", "=A1"],
    ];
    for (const [cell, format, expected] of inputs) assert.equal(inputOf({ value: null, ...cell }, format), expected);
  });

  it("a format says its state, and is found again without it", () => {
    for (const state of CELL_STATES)
      for (const format of ["0", "0.00", "General", "@"])
        assert.equal(plainFormat(formatWithSymbol(format, state) ?? ""), format);
  });

  it("L7 a note is as long as an input message may be, and never half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const note = noteText(text);
        assert.ok(note.length <= 255);
        assert.equal(/\p{Surrogate}/u.test(note), false);
        assert.ok(text.length > 255 ? note.endsWith("…") : note === text);
      }),
    );
  });

  it("W4 a list that Excel could not hold is left to the service", () => {
    const binding = { record: "r", field: "f", revision: 1 };
    const rule = (choices: readonly string[]) =>
      ruleOf({ value: null, state: "input", binding, constraint: { type: "list", choices } })?.constraint;
    assert.deepEqual(rule(["是", "否"]), { type: "list", source: "是,否" });
    assert.equal(rule(["是,否"]), null);
    assert.equal(rule(["长".repeat(200), "短".repeat(60)]), null);
    assert.equal(ruleOf({ value: 1, state: "text" }), undefined);
  });
});

describe("what a program tells", () => {
  it("a used range that does not begin at A1 is counted from there", () => {
    const { rows } = readingOfBlocks("表", [
      { top: 1, left: 2, values: [["=1", 2]], formulas: [["=1", "=A1+1"]] },
      { top: 3, left: 0, values: [[true]], formulas: [[true]] },
    ]);
    assert.deepEqual(rows, [
      [],
      [{ value: null }, { value: null }, { value: "=1" }, { value: 2, formula: "A1+1" }],
      [],
      [{ value: true }],
    ]);
  });

  it("changed cells go in few blocks, or in such as touch nothing else", () => {
    const change = (row: number, column: number) => ({
      row,
      column,
      content: { value: row * 10 + column },
      format: "0",
    });
    const changes = [change(3, 3), change(1, 1), change(1, 2), change(2, 1), change(2, 2), change(90, 1)];
    assert.deepEqual(
      changedBlocks(changes).map(({ top, left, inputs }) => ({ top, left, inputs })),
      [
        {
          top: 1,
          left: 1,
          inputs: [
            [11, 12, null],
            [21, 22, null],
            [null, null, 33],
          ],
        },
        { top: 90, left: 1, inputs: [[901]] },
      ],
    );
    assert.deepEqual(
      solidBlocks(changes).map(({ top, left, inputs }) => ({ top, left, inputs })),
      [
        {
          top: 1,
          left: 1,
          inputs: [
            [11, 12],
            [21, 22],
          ],
        },
        { top: 3, left: 3, inputs: [[33]] },
        { top: 90, left: 1, inputs: [[901]] },
      ],
    );
  });

  it("lists of addresses are cut where a program would not take more", () => {
    const areas = Array.from({ length: 10 }, (_, row) => ({ top: row, left: 0, bottom: row, right: 1 }));
    assert.deepEqual(addressLists(areas.slice(0, 3), 11), ["A1:B1,A2:B2", "A3:B3"]);
    assert.equal(addressLists(areas, 20).join(","), addressLists(areas, 1_000)[0]);
  });
});

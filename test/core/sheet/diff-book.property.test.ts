import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { CellValue } from "#core/sheet/cell.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { BookReading, ReadCell } from "#core/sheet/reading.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { aReading, withRows } from "#test/builders/sheet-reading.ts";

const COLUMNS = ["number", "task", "score", "note", "locked"] as const;

/** A book of one sheet: record rows with two bound columns between identity and locked ones. */
function aBook(values: readonly (readonly [score: number | null, note: string])[]): SheetBook {
  const sheet: Sheet = {
    key: "s",
    name: "表",
    columns: COLUMNS.map((key) => ({ key, width: 10, identity: key === "number" })),
    rows: values.map(([score, note], index) => ({
      key: `r${index}`,
      kind: "data",
      cells: {
        number: { value: `${index + 1}`, state: "text" },
        task: { value: `任务 ${index + 1}`, state: "text" },
        score: { value: score, state: "input", binding: { record: `x/${index}`, field: "score", revision: index } },
        note: { value: note, state: "input", binding: { record: `x/${index}`, field: "note", revision: 7 } },
        locked: { value: index * 2, state: "locked" },
      },
    })),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    protection: "none",
    print: { paper: "A4", orientation: "portrait", fitToWidth: true, repeatRows: null, header: "", footer: "" },
  };
  const identity = {
    kind: "ledger",
    service: "s",
    subject: "x",
    unit: "u",
    year: 2026,
    definition: "d",
    change: 1,
    issuedAt: "t",
    issuedTo: "a",
  } as const;
  return { identity, title: "t", sheets: [sheet], names: [], legend: [] };
}

interface Typed {
  readonly row: number;
  readonly column: "score" | "note";
  readonly value: CellValue;
}

const bookValues = fc.array(
  fc.tuple(fc.option(fc.integer({ min: 0, max: 20 })), fc.constantFrom("", "好", "5", "a b")),
  { minLength: 2, maxLength: 12 },
);
const typing = fc.array(
  fc.record({
    row: fc.nat(11),
    column: fc.constantFrom("score" as const, "note" as const),
    value: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom("", "九", "5.0", "好"), fc.constant(null)),
  }),
  { maxLength: 8 },
);

function typeInto(reading: BookReading, typed: readonly Typed[]): BookReading {
  return withRows(reading, "表", (rows) =>
    rows.map((cells) =>
      cells.map((cell, column) => {
        const hit = typed.findLast((one) => cells[0]?.value === `r${one.row}` && COLUMNS[column - 1] === one.column);
        return hit ? { value: hit.value } : cell;
      }),
    ),
  );
}

/**
 * The oracle knows what was typed where, not where things stand. Its notion of "the same" is written again, by texts:
 * blanks are nothing; a number beside anything is compared as a number.
 */
function expectedEdits(
  values: readonly (readonly [number | null, string])[],
  typed: readonly Typed[],
): readonly string[] {
  const last = new Map(typed.filter(({ row }) => row < values.length).map((one) => [`${one.row} ${one.column}`, one]));
  const found = [...last.values()].filter(({ row, column, value }) => {
    const [score, note] = values[row] ?? [null, ""];
    return !looksEqual((column === "score" ? score : note) ?? "", value ?? "");
  });
  return found
    .map(({ row, column, value }) => `x/${row}.${column}=${JSON.stringify(value === "" ? null : value)}`)
    .sort();
}

function looksEqual(a: Exclude<CellValue, null>, b: Exclude<CellValue, null>): boolean {
  const numeric = (typeof a === "number" || typeof b === "number") && a !== "" && b !== "";
  return numeric ? Number(a) === Number(b) : String(a).trim() === String(b).trim();
}

function editsOf(book: SheetBook, reading: BookReading): readonly string[] {
  const diff = diffBook(snapshotOfBook(book), reading);
  assert.deepEqual(diff.problems, []);
  return diff.edits.map(({ record, field, value }) => `${record}.${field}=${JSON.stringify(value)}`).sort();
}

/** Physical rows and columns in another order, hidden keys included, with empty rows and columns thrown in. */
function shuffled(
  reading: BookReading,
  order: { readonly rows: readonly number[]; readonly columns: readonly number[] },
): BookReading {
  const by = (weights: readonly number[]) => (a: readonly [number, unknown], b: readonly [number, unknown]) =>
    (weights[a[0] % weights.length] ?? 0) - (weights[b[0] % weights.length] ?? 0) || a[0] - b[0];
  return withRows(reading, "表", (rows) => {
    const [keys = [], ...records] = rows;
    const sortedRows = [keys, ...[...records.entries()].sort(by(order.rows)).map(([, cells]) => cells)];
    const places = [...keys.keys()]
      .slice(1)
      .map((column) => [column, null] as const)
      .sort(by(order.columns))
      .map(([column]) => column);
    const arranged = sortedRows.map((cells) => [
      cells[0] ?? EMPTY,
      ...places.map((column) => cells[column] ?? EMPTY),
      EMPTY,
    ]);
    return arranged.flatMap((cells, row) => (row > 0 && row % 3 === 0 ? [[], cells] : [cells]));
  });
}

const EMPTY: ReadCell = { value: null };

describe("diffBook, whatever an officer does", () => {
  it("W2a an untouched book has no edits", () => {
    fc.assert(
      fc.property(bookValues, (values) => {
        const book = aBook(values);
        assert.deepEqual(diffBook(snapshotOfBook(book), aReading(book)), { edits: [], problems: [], stopped: false });
      }),
    );
  });
  it("W2a finds exactly what was typed", () => {
    fc.assert(
      fc.property(bookValues, typing, (values, typed) => {
        const book = aBook(values);
        assert.deepEqual(editsOf(book, typeInto(aReading(book), typed)), expectedEdits(values, typed));
      }),
      { numRuns: 500 },
    );
  });
  it("W2 finds the same in any order of rows and columns", () => {
    const weights = fc.array(fc.nat(100), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(bookValues, typing, fc.record({ rows: weights, columns: weights }), (values, typed, order) => {
        const book = aBook(values);
        assert.deepEqual(editsOf(book, shuffled(typeInto(aReading(book), typed), order)), expectedEdits(values, typed));
      }),
      { numRuns: 500 },
    );
  });
  it("W2 never sends a value of a row that was deleted or copied, and all of the others", () => {
    fc.assert(
      fc.property(bookValues, typing, fc.tuple(fc.nat(11), fc.boolean()), (values, typed, [victim, copy]) => {
        const book = aBook(values);
        const key = `r${victim % values.length}`;
        const damaged = withRows(typeInto(aReading(book), typed), "表", (rows) =>
          rows.flatMap((cells) => (cells[0]?.value === key ? (copy ? [cells, cells] : []) : [cells])),
        );
        const diff = diffBook(snapshotOfBook(book), damaged);
        const sent = diff.edits.map(({ record, field, value }) => `${record}.${field}=${JSON.stringify(value)}`).sort();
        assert.deepEqual(
          sent,
          expectedEdits(values, typed).filter((edit) => !edit.startsWith(`x/${victim % values.length}.`)),
        );
        assert.equal(diff.problems.length, copy ? 2 : 1);
      }),
      { numRuns: 300 },
    );
  });
  it("W2 never sends anything when the seen columns were sorted alone", () => {
    fc.assert(
      fc.property(bookValues, typing, fc.nat(), (values, typed, turn) => {
        const book = aBook(values);
        const by = 1 + (turn % (values.length - 1));
        const sorted = withRows(typeInto(aReading(book), typed), "表", (rows) => {
          const [keys = [], ...records] = rows;
          return [
            keys,
            ...records.map((cells, index) => [
              cells[0] ?? EMPTY,
              ...(records[(index + by) % records.length] ?? []).slice(1),
            ]),
          ];
        });
        const diff = diffBook(snapshotOfBook(book), sorted);
        assert.deepEqual([diff.stopped, diff.edits], [true, []]);
      }),
      { numRuns: 300 },
    );
  });
  it("W4 a locked cell that was changed is told, never sent", () => {
    fc.assert(
      fc.property(bookValues, fc.nat(11), fc.integer({ min: 100, max: 200 }), (values, row, value) => {
        const book = aBook(values);
        const reading = withRows(aReading(book), "表", (rows) =>
          rows.map((cells) =>
            cells[0]?.value === `r${row % values.length}` ? [...cells.slice(0, 5), { value }] : cells,
          ),
        );
        const diff = diffBook(snapshotOfBook(book), reading);
        assert.deepEqual([diff.edits, diff.problems.map(({ code }) => code)], [[], ["locked-cell-changed"]]);
      }),
    );
  });
});

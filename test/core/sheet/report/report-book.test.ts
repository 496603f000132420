import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { fieldKey } from "#addin/session/book/book-cells.ts";
import { stepToBook } from "#addin/session/book/step-to-book.ts";
import { readChecks } from "#core/report/check/read-checks.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { encodeSnapshot } from "#core/sheet/snapshot/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { Cell } from "#core/sheet/cell.ts";
import { keysOfReportCell, reportCellOfKeys } from "#core/sheet/report/report-places.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import type { ReportFindingView, ReportView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { supplementPieces } from "#core/sheet/report/tables/supplement-pieces.ts";
import { nestedSpans } from "#core/sheet/report/tables/nested-spans.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { readFormIn } from "#service/shipped/shipped-report.ts";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { aSet, compiled } from "#test/builders/report.ts";
import { aReportView, withCells } from "#test/builders/report-view.ts";

const SMALL = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 其中/男 | 性别 = 男
C | 其中/女 | = A - B
D | 经费 | 手填：不在记录中
行
1 | 合计 | = 行2 + 行3
2 | 在岗/公有 | 全部
3 > | 在岗/其他 | 全部
补充资料
1 | 共有____名，其中____名
1.1 | 手填：另有台账
1.2 | 全部
格
B3 | 空`,
]);
const NUMBERS = new Map([
  ["1!A2", 4],
  ["1!A3", 2],
  ["1!B2", 3],
  ["1!补1.2", 5],
]);

function cellAt(book: SheetBook, address: string): Cell {
  const keys = keysOfReportCell(address);
  const cell = book.sheets.find(({ key }) => key === keys?.sheet)?.rows.find(({ key }) => key === keys?.row)?.cells[
    keys?.column ?? ""
  ];
  assert.ok(cell, `${address} stands nowhere`);
  return cell;
}

const draw = (view: ReportView): SheetBook => reportBook(view, REPORT_WORDS_ZH);
const view = aReportView(SMALL, { now: NUMBERS });

/** What stands in the cells that may be edited. */
function shownIn(book: SheetBook): ReadonlyMap<string, Cell["value"]> {
  const cells = book.sheets.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
  return new Map(cells.flatMap(({ binding, value }) => (binding ? [[fieldKey(binding), value] as const] : [])));
}

/** Merges lie within the sheet, cover two cells or more, and none covers a cell of another. */
function noMergesMeet({ name, merges, rows, columns }: Sheet): void {
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    assert.ok(bottom < rows.length && right < columns.length && (bottom > top || right > left), name);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        assert.ok(!covered.has(`${row} ${column}`), `${name}: two merges over ${row} ${column}`);
        covered.add(`${row} ${column}`);
      }
    }
  }
}

/** Every cell that the form has. @returns how many they are */
function everyCellStands(form: ReportView, book: SheetBook): number {
  const cells = form.tables.flatMap(({ no, cells: all }) =>
    Object.entries(all).map(([cell, { kind }]) => ({ address: `${no}!${cell}`, isFormula: kind === "formula" })),
  );
  for (const { address, isFormula } of cells) {
    const keys = keysOfReportCell(address);
    assert.equal(keys && reportCellOfKeys(keys), address);
    const drawn = cellAt(book, address);
    assert.equal(drawn.formula !== undefined, isFormula, address);
    assert.equal(drawn.binding?.field, isFormula ? undefined : address);
  }
  return cells.length;
}

describe("the sheets of a report", () => {
  it("R1 R11 every cell of the shipped form stands in its table's sheet, by keys that lead there and back", async () => {
    const read = await readFormIn(`${SHIPPED}/annual-report/2017`);
    assert.ok(read.ok);
    const form = aReportView(compiled(read.value), { now: new Map() });
    const book = draw(form);
    assert.deepEqual(book.sheets.map(({ name }) => name).slice(0, 3), ["目录", "表1", "表2"]);
    assert.deepEqual(book.sheets.map(({ key }) => key).slice(-3), ["t43", "checks", "last-year"]);
    assert.ok(everyCellStands(form, book) > 5_000);
    for (const sheet of book.sheets) noMergesMeet(sheet);
    const snapshot = parseSnapshot(encodeSnapshot(snapshotOfBook(book), DEFLATE_CODEC).join(""), DEFLATE_CODEC);
    assert.deepEqual(snapshot.ok && snapshot.value.identity, book.identity);
  });

  it("R1 nested headings, letters and line numbers stand as on the form, with its furniture", () => {
    const sheet = draw(view).sheets.find(({ key }) => key === "t1");
    assert.ok(sheet);
    const texts = sheet.rows.map(({ cells }) => sheet.columns.map(({ key }) => cells[key]?.value ?? ""));
    assert.equal(texts[0]?.[0], "表1　甲");
    assert.match(String(texts[1]?.[0]), /制表机关：组织部.*填报单位：机关党总支.*2025-12-31/u);
    assert.deepEqual(texts[2], ["项　目", "", "序号", "总数", "其中", "", "经费"]);
    assert.deepEqual(texts[3]?.slice(3), ["", "男", "女", ""]);
    assert.deepEqual(texts[4], ["栏号", "", "", "A", "B", "C", "D"]);
    assert.deepEqual(texts[6]?.slice(0, 3), ["在岗", "公有", "2"]);
    assert.deepEqual(texts[7]?.slice(0, 3), ["", "其他", "3"]);
    assert.deepEqual(texts[9]?.slice(0, 4), ["共有____名，", "", "补1.1", ""]);
    assert.match(String(texts[11]?.[0]), /单位负责人：.*填表人：.*报出时间/u);
    const merged = sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join());
    for (const wanted of ["2,0,3,1", "2,3,3,3", "2,4,2,5", "2,6,3,6", "5,0,5,1", "6,0,7,0"])
      assert.ok(merged.includes(wanted), wanted);
    assert.deepEqual(sheet.print.repeatRows, { from: 2, to: 4 });
    assert.deepEqual([sheet.print.orientation, sheet.print.fitToWidth], ["landscape", true]);
  });

  it("R3 white, green, yellow and stale cells; a forced one carries who, when, why and what the records say", () => {
    const forced = {
      generated: 4,
      then: 4,
      stale: false,
      who: "张三",
      at: "2026-01-03T03:00:00.000Z",
      reason: "核对档案后更正",
    };
    const book = draw(
      withCells(view, {
        "1!A2": { value: 7, override: forced, revision: 2 },
        "1!A3": { override: { ...forced, then: 1, stale: true }, remarks: ["请核实"] },
      }),
    );
    const states = ["1!B2", "1!D2", "1!A2", "1!A3", "1!C2"].map((cell) => cellAt(book, cell).state);
    assert.deepEqual(states, ["generated", "manual", "overridden", "stale", "computed"]);
    const note = cellAt(book, "1!A2").note ?? "";
    for (const said of ["张三", "2026-01-03", "核对档案后更正", "生成值：4"]) assert.ok(note.includes(said), note);
    assert.match(cellAt(book, "1!A3").note ?? "", /修改时为 1，现在为 4[^]*上级批注：请核实/u);
    assert.equal(cellAt(book, "1!A2").binding?.revision, 2);
    const sheet = book.sheets.find(({ key }) => key === "t1");
    assert.deepEqual(sheet?.rows.find(({ key }) => key === "r3")?.cells["B"], { value: null, state: "locked" });
  });

  it("R3 why a column is filled by hand is told once, at its heading; a single blank tells it itself", () => {
    const sheet = draw(view).sheets.find(({ key }) => key === "t1");
    const noted = (sheet?.rows ?? []).flatMap(({ cells }) =>
      Object.entries(cells).filter(([, { note }]) => note !== undefined),
    );
    assert.deepEqual(
      noted.map(([column, { value, note }]) => [column, value, note]),
      [
        ["D", "经费", "手工填写：不在记录中"],
        ["A", null, "手工填写：另有台账"],
      ],
    );
  });

  it("R4 R4a a cell of a failed check is red, of one to be explained orange until it is; an exempted error wants its words", () => {
    const finding: ReportFindingView = {
      ...{ code: "D-1", severity: "error", line: "", table: 1, text: "应相等", left: 4, relation: "=", right: 5 },
      ...{ difference: -1, cells: ["1!A2"], wantsNames: false, explanation: null, old: null, exempt: false },
    };
    const explanation = { text: "新建两个支部", who: "张三", at: "2026-01-03T03:00:00.000Z" };
    const shown = (given: Partial<ReportFindingView>) =>
      cellAt(draw({ ...view, findings: [{ ...finding, ...given }] }), "1!A2").state;
    assert.equal(shown({}), "error");
    assert.equal(shown({ exempt: true }), "explain");
    assert.equal(shown({ exempt: true, explanation }), "generated");
    assert.equal(shown({ severity: "explain" }), "explain");
    assert.equal(shown({ severity: "explain", explanation }), "generated");
    assert.equal(shown({ severity: "hint" }), "generated");
    assert.match(cellAt(draw({ ...view, findings: [finding] }), "1!A2").note ?? "", /校核 D-1：应相等/u);
  });

  it("R8 who may not edit can type nowhere; the column for reasons stands only in files, beside rows with generated cells", () => {
    const bound = (book: SheetBook) =>
      book.sheets.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ binding }) => (binding ? [binding.field] : []))),
      );
    const closed = { ...view, may: { edit: false, submit: false, withdraw: false, judge: true } };
    assert.deepEqual(bound(reportBook(closed, REPORT_WORDS_ZH, { forFile: true })), []);
    assert.ok(!bound(draw(view)).includes("reason"));
    const book = reportBook(view, REPORT_WORDS_ZH, { forFile: true });
    const rows = book.sheets.find(({ key }) => key === "t1")?.rows ?? [];
    const reasons = rows.filter(({ cells }) => cells["reason"]?.binding).map(({ key }) => key);
    assert.deepEqual(reasons, ["r2", "r3", "s1.2"]);
  });

  it("W3 a push that forces a number and makes checks fail moves a drawn book on: nothing but values and looks is new", () => {
    const problems = new ProblemList("checks.txt");
    const checks = readChecks("D-1 不允许 表1 每列 | 行1 = 行2 + 行3 * 2 | 应相等", problems);
    const set = { ...SMALL, set: { ...SMALL.set, checks } };
    const [now, later] = [NUMBERS, new Map([...NUMBERS, ["1!A3", 0], ["1!D2", 8]])];
    const [before, after] = [aReportView(set, { now }), aReportView(set, { now: later })];
    const forced = {
      generated: 2,
      then: 2,
      stale: false,
      who: "张三",
      at: "2026-01-03T03:00:00.000Z",
      reason: "核对档案后更正",
    };
    const next = draw(withCells(after, { "1!A3": { override: forced, revision: 1 } }));
    assert.notDeepEqual(before.findings, after.findings);
    const step = stepToBook(draw(before), next, { shown: shownIn(draw(before)), typed: new Map() });
    assert.deepEqual(
      step?.writes.map(({ row, column, value }) => [row, column, value]),
      [
        ["r2", "D", 8],
        ["r3", "A", 0],
      ],
    );
  });

  it("R12 a rehearsal says so on every table", () => {
    const book = draw({ ...view, rehearsal: true });
    assert.match(book.title, /演练/u);
    assert.match(String(book.sheets[1]?.rows[0]?.cells["stub0"]?.value), /演练/u);
  });
});

describe("parts of a form's layout", () => {
  it("R1 a supplementary line is cut into pieces with one blank each, and together they are the line", () => {
    const words = fc.string({
      unit: fc.constantFrom("名", "其", "中", "，", "；", "（", "）", "、", "1"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (parts) => {
        const pieces = supplementPieces({ no: 3, text: parts.join("____"), blanks: parts.length - 1 });
        assert.equal(pieces.map(({ text }) => text).join(""), parts.join("____"));
        assert.deepEqual(
          pieces.map(({ cell }) => cell),
          parts.length === 1 ? [null] : parts.slice(1).map((_, index) => `补3.${index + 1}`),
        );
        for (const { cell, text } of pieces) assert.equal(text.split("____").length, cell === null ? 1 : 2);
      }),
    );
  });

  it("R1 nested headings cover every line of every level exactly once", () => {
    const path = fc.array(fc.constantFrom("甲", "乙"), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 8 }), (paths) => {
        const seen = nestedSpans(paths).flatMap(({ from, to, level, text, isLeaf }) =>
          Array.from({ length: to - from + 1 }, (_, at) => {
            assert.equal(paths[from + at]?.[level], text);
            assert.equal(paths[from + at]?.length === level + 1, isLeaf);
            return `${from + at} ${level}`;
          }),
        );
        assert.equal(new Set(seen).size, seen.length);
        assert.equal(
          seen.length,
          paths.reduce((sum, { length }) => sum + length, 0),
        );
      }),
    );
  });
});

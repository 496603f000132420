import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { describe, it } from "mocha";
import { styleOf } from "#core/sheet/cell-state.ts";
import type { Cell, CellState } from "#core/sheet/cell.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { recordOfAsk } from "#core/sheet/report/tables/table-cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { CellMark } from "#core/sheet/sheet-host.ts";
import type { Change } from "#addin/screens/ledger/change.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { gridStyle } from "#addin/hosts/grid/draw/grid-style.ts";
import { isFramed } from "#addin/hosts/plan/cells/cell-look.ts";
import { planBook } from "#addin/hosts/plan/plan-book.ts";
import { ChangeMarks } from "#addin/session/desk/change-marks.ts";
import { issuedOfBook, type IssuedCell } from "#addin/session/book/issued.ts";
import { stepToBook } from "#addin/session/book/step-to-book.ts";
import { renderXlsx } from "#service/workbook/render-xlsx.ts";
import { aSet } from "#test/builders/report.ts";
import { aReportView, withCells } from "#test/builders/report-view.ts";
import type { CellStyle } from "#test/fakes/workbook/cell-model.ts";
import { openDesk } from "./excel/excel-desk.ts";
import { aWpsDesk } from "./wps/wps-desk.ts";

const SET = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 经费 | 手填：不在记录中
行
1 | 合计 | = 行2
2 | 在岗 | 全部
3 | 其他 | 全部`,
]);
const FORCED = {
  ...{ generated: 4, then: 4, stale: false, who: "张三", at: "2026-01-03T03:00:00.000Z" },
  reason: "核对档案后更正",
};
const CLEAN = withCells(aReportView(SET, { now: new Map([["1!A2", 4]]) }), { "1!A3": { override: FORCED } });

function finding(code: string, severity: "error" | "explain", cells: readonly string[]): ReportFindingView {
  const sides = { left: 4, relation: "=", right: 5, difference: -1 } as const;
  return {
    ...{ code, severity, line: "", table: 1, text: "应相等", ...sides, cells, wantsNames: false },
    ...{ explanation: null, old: null, exempt: false },
  };
}

const FINDINGS = [finding("D-1", "error", ["1!B2", "1!A3"]), finding("D-2", "explain", ["1!A2", "1!B3"])];
const before = reportBook(CLEAN, REPORT_WORDS_ZH);
const book = reportBook({ ...CLEAN, findings: FINDINGS }, REPORT_WORDS_ZH);

/** What it is, what a check says of it, where it stands in a file. */
const CELLS: readonly (readonly [cell: string, ground: CellState, state: CellState, address: string])[] = [
  ["1!A2", "generated", "explain", "D7"],
  ["1!B2", "manual", "error", "E7"],
  ["1!A3", "overridden", "error", "D8"],
  ["1!B3", "manual", "explain", "E8"],
];
const LINES: Readonly<Partial<Record<CellState, string>>> = { error: "C00000", explain: "C55A11" };

function keysOf(address: string) {
  const keys = keysOfReportCell(address);
  assert.ok(keys);
  return keys;
}

function cellIn({ sheets }: SheetBook, address: string): Cell {
  const { sheet, row, column } = keysOf(address);
  const cell = sheets.find(({ key }) => key === sheet)?.rows.find(({ key }) => key === row)?.cells[column];
  assert.ok(cell, address);
  return cell;
}

const MARKS: readonly CellMark[] = stepToBook(before, book, { shown: shownIn(before), typed: new Map() })?.marks ?? [];

function shownIn(drawn: SheetBook) {
  return new Map([...issuedOfBook(drawn).cells].map(([key, { value }]) => [key, value]));
}

/** @param styleAt how the cell looks on this face */
function assertFrames(styleAt: (address: string) => CellStyle): void {
  for (const [address, ground, state] of CELLS) {
    const { fill, color, borders } = styleAt(address);
    assert.deepEqual([fill, color], [styleOf(ground).fill, styleOf(ground).font], address);
    const colours = Object.values(borders).map((line) => line.color);
    assert.deepEqual(colours, Array<string | undefined>(4).fill(LINES[state]), address);
  }
}

describe("R3 findings on the faces of a report", () => {
  it("R3 a finding is a red or orange border, and the cell keeps the colour of what it is", () => {
    for (const [address, ground, state] of CELLS) {
      const cell = cellIn(book, address);
      assert.deepEqual([cell.state, cell.ground], [state, ground], address);
      assert.equal(styleOf(state).line, LINES[state]);
      assert.equal(cellIn(before, address).ground, undefined);
    }
  });

  it("R3 in Excel, drawn at once or moved on by a push", async () => {
    for (const isDrawn of [true, false]) {
      const desk = await openDesk();
      await desk.host.draw(isDrawn ? book : before);
      if (!isDrawn) await desk.host.mark(MARKS);
      assertFrames((address) => {
        const at = CELLS.find(([cell]) => cell === address)?.[3] ?? "";
        return desk.tab("表1").cell(Number(at.slice(1)) - 1, at.charCodeAt(0) - 65).style;
      });
      await desk.close();
    }
  });

  it("R3 in WPS, drawn at once or moved on by a push", async () => {
    for (const isDrawn of [true, false]) {
      const desk = aWpsDesk();
      await desk.host.draw(isDrawn ? book : before);
      if (!isDrawn) await desk.host.mark(MARKS);
      assertFrames((address) => desk.cell(keysOf(address)).style);
      await desk.dispose();
    }
  });

  it("R3 in the workbench's grid", () => {
    for (const [address, ground, state] of CELLS) {
      const mark = MARKS.find(({ row, column }) => row === keysOf(address).row && column === keysOf(address).column);
      const drawn = gridStyle(cellIn(book, address), "data");
      assert.deepEqual(gridStyle(cellIn(before, address), "data", mark), drawn, "a push shows the same");
      assert.equal(drawn.bg?.rgb, `#${styleOf(ground).fill}`);
      assert.deepEqual([drawn.bd?.t?.cl.rgb, drawn.bd?.l?.cl.rgb], [`#${LINES[state]}`, `#${LINES[state]}`]);
      assert.ok(drawn.n?.pattern.startsWith(`"${styleOf(state).symbol} "`), "colour is never alone");
      const typed = gridStyle(cellIn(book, address), "data", { state: "changed" });
      assert.equal(typed.bg?.rgb, `#${styleOf("changed").fill}`);
    }
  });

  it("R3 W7 in the file", async () => {
    const file = new ExcelJS.Workbook();
    await file.xlsx.load(new Uint8Array(await renderXlsx(book)).buffer);
    for (const [address, ground, state, at] of CELLS) {
      const { fill, border } = file.worksheets.find(({ name }) => name === "表1")!.getCell(at);
      assert.equal(fill.type === "pattern" && fill.fgColor?.argb, `FF${styleOf(ground).fill}`, address);
      for (const side of ["top", "left"] as const) assert.equal(border[side]?.color?.argb, line(state));
    }
  });

  it("R3 W4 what was typed over a finding and taken back shows the finding as before", () => {
    const issued = issuedOfBook(book);
    const marks = new ChangeMarks(() => "");
    const [key = "", cell] = [...issued.cells].find(([, { row, column }]) => isAt("1!B2", row, column)) ?? [];
    assert.ok(cell);
    const typed = marks.plan([changeOf(key, cell)], issued);
    assert.deepEqual([typed.marks[0]?.state, typed.marks[0]?.ground], ["changed", undefined]);
    typed.done();
    const [back] = marks.plan([], issued).marks;
    assert.deepEqual([back?.state, back?.ground], ["error", "manual"]);
  });

  it("R3 frames are painted last, so that no neighbour's line covers theirs; others keep their order", () => {
    const looks = planBook(book, deflateCodec).sheets.map(({ looks: { table } }) => table.map(isFramed));
    assert.ok(looks.some((framed) => framed.includes(true)));
    for (const framed of looks)
      assert.deepEqual(
        framed,
        framed.toSorted((a, b) => Number(a) - Number(b)),
      );
  });
});

function changeOf(key: string, { sheet, row, column, rowName, columnName, revision }: IssuedCell): Change {
  const names = { key, rowName, columnName, reason: "", needsReason: false, outcome: undefined };
  const edit = { record: recordOfAsk(CLEAN.ask), field: "1!B2", base: null, value: 3, baseRevision: revision };
  return { ...names, ...edit, place: { sheet, address: `${column}${row}` } };
}

function isAt(address: string, row: string, column: string): boolean {
  const keys = keysOf(address);
  return keys.row === row && keys.column === column;
}

function line(state: CellState): string {
  return `FF${LINES[state] ?? ""}`;
}

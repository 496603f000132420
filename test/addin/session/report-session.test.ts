import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import type { CellValue } from "#core/sheet/cell.ts";
import type { Outcome, PushRequest } from "#core/protocol/push.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { emptyCells } from "#addin/screens/reports/desk/empty-cells.ts";
import { DirectSession } from "#addin/session/desk/direct-session.ts";
import { drawnReport } from "#addin/session/book/loaded-book.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import { placeOfReportCell, reportCellAt } from "#addin/session/report/report-cells.ts";
import { restoreReportCell } from "#addin/session/report/restore-report-cell.ts";

import { aSet } from "#test/builders/report.ts";
import { aReportView, withCells } from "#test/builders/report-view.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";

const SMALL = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 其中/男 | 性别 = 男
C | 其中/女 | = A - B
D | 经费 | 手填：不在记录中
行
1 | 合计 | 全部
2 | 在岗 | 全部`,
]);
const NOW = new Map([
  ["1!A1", 5],
  ["1!B1", 2],
  ["1!A2", 4],
  ["1!B2", 1],
]);
const FORCED = {
  ...{ generated: 2, then: 2, stale: false, who: "信息员" },
  ...{ at: "2026-01-05T02:00:00.000Z", reason: "另有三人档案在途" },
};

function open(view: ReportView) {
  const host = new MemoryHost(new WorkbookModel());
  const sent: PushRequest[] = [];
  const session = new DirectSession({
    host,
    load: async () => drawnReport({ ok: true, value: view }, (shown) => reportBook(shown, REPORT_WORDS_ZH)),
    async push(request) {
      sent.push(request);
      const outcomes = request.edits.map((): Outcome => ({ result: "accepted", revision: 1 }));
      return { ok: true, value: { change: 1, outcomes } };
    },
    newKey: newPushKey,
    noteOf: ({ result }) => result,
  });
  const type = async (cell: string, value: CellValue): Promise<void> => {
    const { sheet, ...at } = host.place(keysOfReportCell(cell) ?? assert.fail(cell));
    host.workbook.by("user", () => host.workbook.patch(sheet, oneCell(at.row, at.column), { value }));
    await session.compare();
  };
  return { session, sent, type };
}

describe("an annual report in the workbench", () => {
  let view: ReportView;
  let desk: ReturnType<typeof open>;

  beforeEach(async () => {
    view = aReportView(SMALL, { now: NOW });
    desk = open(view);
    await desk.session.refresh();
  });

  it("R3 forcing a generated number owes a reason, filling a green cell does not", async () => {
    const { session, type } = desk;
    await type("1!B1", 3);
    await type("1!D1", 7);
    assert.deepEqual(
      session.state.changes.map(({ field, needsReason }) => [field, needsReason]),
      [
        ["1!B1", true],
        ["1!D1", false],
      ],
    );
  });

  it("W3 a change is named by its address and the headings of its row and column", async () => {
    const { session, type } = desk;
    await type("1!B2", 3);
    assert.deepEqual(
      session.state.changes.map(({ rowName, columnName }) => [rowName, columnName]),
      [["1!B2 在岗", "其中/男"]],
    );
  });

  it("R3 restoring takes back what was typed, and sends null over what was forced before", async () => {
    const { session, type, sent } = desk;
    await type("1!B1", 3);
    assert.equal(await restoreReportCell(session, "1!B1"), true);
    assert.deepEqual([session.state.changes, sent], [[], []]);
    const forced = open(withCells(view, { "1!B1": { kind: "generated", value: 5, revision: 4, override: FORCED } }));
    await forced.session.refresh();
    assert.equal(await restoreReportCell(forced.session, "1!B1"), true);
    const [edit] = forced.sent[0]?.edits ?? [];
    assert.deepEqual([edit?.field, edit?.value, edit?.baseRevision], ["1!B1", null, 4]);
    assert.equal(await restoreReportCell(forced.session, "1!A1"), false);
  });

  it("R1 a cell of the form is found at its place in the sheet and back, headings are none", () => {
    const book = reportBook(view, REPORT_WORDS_ZH);
    for (const cell of ["1!A1", "1!C2", "1!D2"]) {
      const place = placeOfReportCell(book, cell) ?? assert.fail(cell);
      assert.equal(reportCellAt(book, place), cell);
    }
    assert.equal(placeOfReportCell(book, "1!Z9"), null);
    assert.equal(reportCellAt(book, { sheet: "表1", address: "B2" }), null);
    assert.equal(cellOfReport(view, "1!C1")?.kind, "formula");
    assert.equal(cellOfReport(view, "9!A1"), null);
  });

  it("R3 green cells that are still empty are found, of a table or of the set", () => {
    assert.deepEqual(emptyCells(view, 1), ["1!D1", "1!D2"]);
    assert.deepEqual(emptyCells(view, null), ["1!D1", "1!D2"]);
    assert.deepEqual(emptyCells(view, 2), []);
  });

  it("a session that is closed while its numbers are on their way draws nothing any more", async () => {
    const { session } = open(view);
    const refreshing = session.refresh();
    session.close();
    await refreshing;
    assert.equal(session.state.book, null);
  });
});

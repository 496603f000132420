import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { aRoster, withoutRows } from "#test/builders/roster-book.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { assertSameBook } from "#test/contracts/sheet-host.ts";
import { describeWorkbook } from "#test/fakes/workbook/describe-workbook.ts";
import { WpsError } from "#test/fakes/wps/gate.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { aWpsDesk, type WpsDesk } from "./wps-desk.ts";

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };

/** The first sheet alone, with fewer rows: every single call can fail in a test's time. */
function small(wish: Parameters<typeof aLedgerBook>[0], without: readonly string[]): SheetBook {
  const book = aLedgerBook(wish);
  const [first] = book.sheets;
  assert.ok(first);
  const rows = first.rows.filter(({ key, kind }) => kind !== "legend" && !without.includes(key ?? ""));
  const names = [{ name: "首项得分", sheet: first.key, top: 6, bottom: 6, left: 3, right: 3 }];
  return { ...book, names, sheets: [{ ...first, rows }] };
}

interface Outcome {
  /** Calls that a draw without faults makes. */
  readonly calls: number;
  readonly desk: WpsDesk;
}

/** One draw after the other, each with another call that fails (every `step`th of them): then the workbook is as before, or as after a draw without faults. */
async function failEveryCall(scene: () => Promise<WpsDesk>, book: SheetBook, step: number): Promise<Outcome> {
  const desk = await scene();
  const before = describeWorkbook(desk.workbook);
  desk.fake.gate.startCounting();
  await desk.host.draw(book);
  const { calls } = desk.fake.gate;
  const after = describeWorkbook(desk.workbook);
  for (let nth = 1; nth <= calls; nth += step) {
    const tried = await scene();
    tried.fake.gate.failAt(nth);
    const outcome = await tried.host.draw(book).then(
      () => "drawn",
      (error: unknown) => error,
    );
    assert.ok(tried.fake.gate.hasFailed, `call ${nth}`);
    const isDrawn = outcome === "drawn";
    assert.ok(isDrawn || outcome instanceof HostFailure, `call ${nth}: ${String(outcome)}`);
    assert.deepEqual(describeWorkbook(tried.workbook), isDrawn ? after : before, `call ${nth}`);
    await tried.dispose();
  }
  return { calls, desk };
}

/** With things of the officer's own, so that there is something to lose. */
function aFurnishedDesk(): WpsDesk {
  const desk = aWpsDesk();
  desk.workbook.enter(desk.workbook.activeSheet, oneCell(0, 0), () => "自己的");
  desk.workbook.names.set("自己的名称", "Sheet1!$A$1");
  return desk;
}

/** A drawn sheet with an unsent score, an own column, a comment, and a formula elsewhere that speaks of it. */
async function aDeskAtWork(): Promise<WpsDesk> {
  const desk = aFurnishedDesk();
  await desk.host.draw(small({}, ["q3"]));
  const user = new WorkbookUser(desk.workbook, { heedsProtection: false });
  const { row, column } = desk.at(SCORE);
  const tab = desk.sheet("quantitative").name;
  user.type(tab, addressOf({ row, column }), 3);
  user.insertColumns(tab, column);
  user.type(tab, addressOf({ row, column }), "我的备注");
  user.comment(tab, addressOf({ row, column }), { author: "李四", text: "再看看" });
  user.type("Sheet1", "B1", `=${tab}!${addressOf({ row, column: column + 1 })}*2`);
  assert.equal(desk.workbook.sheet("Sheet1").cell(0, 1).value, 6);
  return desk;
}

describe("WPS: a draw that fails half way", () => {
  it("W3 leaves a workbook without our sheets as it was, whatever fails", async () => {
    const book = small({}, []);
    const { calls, desk } = await failEveryCall(async () => aFurnishedDesk(), book, 3);
    assert.ok(calls > 200);
    assertSameBook(book, await desk.host.read());
    await desk.dispose();
  }).timeout(120_000);

  it("W3 leaves drawn sheets, own columns, references and unsent values as they were, whatever fails", async () => {
    const book = small({ scores: { q1: "6", q4: "1" } }, ["q2"]);
    const { calls, desk } = await failEveryCall(aDeskAtWork, book, 5);
    assert.ok(calls > 200);
    const { row, column } = desk.at(SCORE);
    const remark = desk.sheet("quantitative").cell(row, column - 1);
    assert.deepEqual([remark.value, remark.comment?.entries[0]?.text], ["我的备注", "再看看"]);
    assert.deepEqual([desk.cell(SCORE).value, desk.workbook.sheet("Sheet1").cell(0, 1).value], [6, 12]);
    await desk.dispose();
  }).timeout(120_000);

  it("W3 leaves three sheets and another ledger's as they were", async () => {
    const book = aLedgerBook();
    const drawn = async () => {
      const desk = aFurnishedDesk();
      await desk.host.draw(book);
      return desk;
    };
    const other = { ...book, identity: { ...book.identity, subject: "led_2" } };
    for (const next of [other, aLedgerBook({ scores: { q1: "6" } })]) {
      const { desk } = await failEveryCall(drawn, next, 61);
      assertSameBook(next, await desk.host.read());
      assert.equal(desk.workbook.sheet("Sheet1").cell(0, 0).value, "自己的");
      await desk.dispose();
    }
  }).timeout(120_000);

  it("W6 can be cancelled between any two blocks, and then nothing was drawn", async () => {
    const desk = aWpsDesk();
    await desk.host.draw(aLedgerBook());
    const before = describeWorkbook(desk.workbook);
    const book = aLedgerBook({ scores: { q1: "6" } });
    const next = { ...book, identity: { ...book.identity, subject: "led_2" } };
    let steps = 0;
    for (let cancelAt = 0; ; cancelAt += 1) {
      let told = 0;
      const signal = { aborted: false };
      const onProgress = () => {
        told += 1;
        signal.aborted ||= told > cancelAt;
      };
      const outcome = await desk.host.draw(next, { signal, onProgress }).then(
        () => "drawn",
        (error: unknown) => (error instanceof HostFailure ? error.code : error),
      );
      if (outcome === "drawn") break;
      assert.equal(outcome, "drawing-cancelled");
      assert.deepEqual(describeWorkbook(desk.workbook), before, `step ${cancelAt}`);
      steps += 1;
    }
    assert.ok(steps > 10);
    await desk.dispose();
  }).timeout(120_000);
});

describe("WPS: typing while the sheet is drawn", () => {
  const NEXT = aLedgerBook({ scores: { q1: "3", q2: "8.5", q3: "1", q4: "7" } });
  const score = (row: string) => ({ ...SCORE, row });

  /** The officer types as soon as the page breathes for the first time. */
  async function drawWhileHeTypes(row: string, value: number, stops = false) {
    const desk = aWpsDesk();
    await desk.host.draw(aLedgerBook());
    const signal = { aborted: false };
    let breaths = 0;
    const onProgress = () => {
      breaths += 1;
      if (breaths === 2) void desk.driver.type(score(row), value);
      if (breaths === 4) signal.aborted = stops;
    };
    const failure = await desk.host.draw(NEXT, { signal, onProgress }).then(
      () => null,
      (error: unknown) => (error instanceof HostFailure ? error.code : error),
    );
    const shown = (at: string) => desk.cell(score(at)).value;
    return { desk, failure, shown };
  }

  it("W3 W4 stays typed where the draw leaves the cell alone", async () => {
    const { desk, failure, shown } = await drawWhileHeTypes("q2", 4);
    assert.deepEqual([failure, shown("q1"), shown("q2")], [null, 3, 4]);
    await desk.dispose();
  });

  it("W3 W4 stays typed where the draw would write over it: all is put back but that, and it is told", async () => {
    const { desk, failure, shown } = await drawWhileHeTypes("q1", 7);
    assert.deepEqual([failure, shown("q1"), shown("q3")], ["typed-meanwhile", 7, null]);
    await desk.host.draw(NEXT);
    assert.deepEqual([shown("q1"), shown("q3")], [3, 1]);
    await desk.dispose();
  });

  it("W3 W4 W6 stays typed beside our cells too when the draw is stopped, and what stood there stays", async () => {
    const desk = aWpsDesk();
    await desk.host.draw(aRoster(6));
    const user = new WorkbookUser(desk.workbook, { heedsProtection: false });
    user.type("名册", "H5", "旧的备注");
    user.type("名册", "H6", "=A6*2");
    const signal = { aborted: false };
    let breaths = 0;
    const onProgress = () => {
      breaths += 1;
      if (breaths === 2) {
        // By keys: new lines came above.
        const at = desk.at({ sheet: "roster", row: "p2", column: "name" }).row + 1;
        user.type("名册", `G${at}`, "边画边写");
        user.type("名册", `I${at}`, "=1+1");
      }
      if (breaths === 5) signal.aborted = true;
    };
    const next = withoutRows(aRoster(9), ["p1", "p4"]);
    await assert.rejects(desk.host.draw(next, { signal, onProgress }), { code: "drawing-cancelled" });
    const [row] = [desk.at({ sheet: "roster", row: "p2", column: "name" }).row];
    const own = (column: number, at = row) => desk.sheet("roster").cell(at, column).value;
    assert.deepEqual([own(6), own(8), own(7, 4)], ["边画边写", 2, "旧的备注"]);
    assert.equal(desk.sheet("roster").stored(5, 7).formula !== undefined, true);
    await desk.dispose();
  });

  it("W3 W4 stays typed when WPS is busy just as it is typed again", async () => {
    const desk = aWpsDesk();
    await desk.host.draw(aLedgerBook());
    const signal = { aborted: false };
    const { gate } = desk.fake;
    const enter = gate.enter.bind(gate);
    let isBusy = false;
    gate.enter = (member) => {
      const fails = isBusy && member === "Range.Value2 =";
      if (fails) isBusy = false;
      enter(member);
      if (fails) throw new WpsError("模拟的故障");
    };
    let breaths = 0;
    const onProgress = () => {
      breaths += 1;
      if (breaths === 2) void desk.driver.type(score("q2"), 4);
      if (breaths === 4) isBusy = signal.aborted = true;
    };
    await assert.rejects(desk.host.draw(NEXT, { signal, onProgress }), { code: "drawing-cancelled" });
    assert.equal(isBusy, false);
    assert.deepEqual([desk.cell(score("q1")).value, desk.cell(score("q2")).value], [10, 4]);
    await desk.dispose();
  });

  it("W3 W4 W6 stays typed when the draw is stopped", async () => {
    const { desk, failure, shown } = await drawWhileHeTypes("q2", 4, true);
    assert.deepEqual([failure, shown("q1"), shown("q2")], ["drawing-cancelled", 10, 4]);
    await desk.dispose();
  });
});

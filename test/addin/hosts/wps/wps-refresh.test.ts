import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { planSheet } from "#addin/hosts/plan/plan-sheet.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Row } from "#core/sheet/sheet.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import { assertSameBook } from "#test/contracts/sheet-host.ts";
import { describeWorkbook } from "#test/fakes/workbook/describe-workbook.ts";
import { oneCell, wholeColumns } from "#test/fakes/workbook/rect.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { aWpsDesk, type WpsDesk } from "./wps-desk.ts";

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };
const TAB = "定量任务";

/** The book with some rows of its first sheet taken away or put in. */
function withRows(book: SheetBook, change: (rows: readonly Row[]) => readonly Row[]): SheetBook {
  const [first, ...rest] = book.sheets;
  assert.ok(first);
  return { ...book, names: [], sheets: [{ ...first, rows: change(first.rows), merges: [] }, ...rest] };
}

describe("WPS: drawing again", () => {
  let desk: WpsDesk;
  /** Protection does not stop him: as after lifting it, or in a roster. */
  let free: WorkbookUser;
  beforeEach(async () => {
    desk = aWpsDesk();
    free = new WorkbookUser(desk.workbook, { heedsProtection: false });
    await desk.host.draw(aLedgerBook());
  });

  it("W3 keeps own columns, own rows, order, widths and comments", async () => {
    const { workbook } = desk;
    const before = desk.sheet("quantitative");
    const place = desk.at(SCORE);
    free.insertColumns(TAB, place.column);
    free.type(TAB, addressOf(place), "我的备注");
    free.resize(TAB, "column", { at: place.column, size: 33 });
    free.moveRow(TAB, desk.at({ ...SCORE, row: "q2" }).row, desk.at(SCORE).row);
    free.comment(TAB, addressOf(desk.at(SCORE)), { author: "李四", text: "再看看" });
    free.note(TAB, addressOf(desk.at({ ...SCORE, row: "q2" })), "旧式批注");
    const order = [desk.at({ ...SCORE, row: "q2" }).row, desk.at(SCORE).row];
    await desk.host.draw(aLedgerBook({ scores: { q1: "6", q2: "7" } }));
    assert.equal(desk.sheet("quantitative"), before);
    assert.deepEqual([desk.at({ ...SCORE, row: "q2" }).row, desk.at(SCORE).row], order);
    assert.equal(before.cell(desk.at(SCORE).row, place.column).value, "我的备注");
    assert.equal(before.columnWidth(place.column), 33);
    assert.deepEqual([desk.cell(SCORE).value, desk.cell({ ...SCORE, row: "q2" }).value], [6, 7]);
    assert.equal(desk.cell(SCORE).comment?.entries[0]?.text, "再看看");
    assert.equal(desk.cell({ ...SCORE, row: "q2" }).note, "旧式批注");
    assert.equal(workbook.sheets.filter(({ name }) => name.startsWith("_taizhang_aside")).length, 0);
    await desk.dispose();
  });

  it("W3 puts new rows beside their neighbours and takes gone ones away", async () => {
    const sheet = desk.sheet("quantitative");
    free.type(TAB, addressOf({ row: desk.at({ ...SCORE, row: "q3" }).row, column: 20 }), "旁注");
    await desk.host.draw(withRows(aLedgerBook(), (rows) => rows.filter(({ key }) => key !== "q2")));
    const { row } = desk.at(SCORE);
    assert.equal(desk.at({ ...SCORE, row: "q3" }).row, row + 1);
    assert.equal(sheet.cell(row + 1, 20).value, "旁注");
    await desk.host.draw(withRows(aLedgerBook(), (rows) => rows));
    assert.equal(desk.at({ ...SCORE, row: "q2" }).row, row + 1);
    assert.equal(sheet.cell(row + 2, 20).value, "旁注");
    assert.equal(desk.cell({ ...SCORE, row: "q2" }).locked, false);
    assert.equal(sheet.rowState(row + 1).hidden, false);
    await desk.dispose();
  });

  it("W1 looks in the end as a book that was drawn anew", async () => {
    await desk.host.mark([{ ...SCORE, state: "refused", note: "得分不能高于分值 10" }]);
    free.type(TAB, addressOf(desk.at(SCORE)), 11);
    const book = aLedgerBook({ scores: { q1: "6", q3: "2" } });
    await desk.host.draw(book);
    const anew = aWpsDesk();
    await anew.host.draw(book);
    const cells = (one: WpsDesk) => book.sheets.map(({ key }) => describeCells(one, key));
    assert.deepEqual(cells(desk), cells(anew));
    await desk.dispose();
    await anew.dispose();
  });

  it("W2 leaves a sheet of the officer's own alone, also one with the same tab name", async () => {
    const other = aWpsDesk();
    const own = other.workbook.activeSheet;
    other.workbook.renameSheet(own, TAB);
    other.workbook.enter(own, oneCell(0, 0), () => "自己的表");
    const book = aLedgerBook();
    await other.host.draw(book);
    assert.equal(own.name, TAB);
    assert.equal(own.cell(0, 0).value, "自己的表");
    assert.equal(other.sheet("quantitative").name, `${TAB} (2)`);
    await other.dispose();
  });

  it("W1 a name that the officer has for something else is not taken from him", async () => {
    const other = aWpsDesk();
    other.workbook.names.set("定量得分", "Sheet1!$A$1");
    const before = describeWorkbook(other.workbook);
    await assert.rejects(other.host.draw(aLedgerBook()), { code: "name-taken", detail: "定量得分" });
    assert.deepEqual(describeWorkbook(other.workbook), before);
    other.workbook.names.remove("定量得分");
    await other.host.draw(aLedgerBook());
    await other.host.draw(aLedgerBook({ scores: { q1: "6" } }));
    await other.dispose();
  });

  it("W3 another ledger takes the place of this one's sheets, and undoing brings them back", async () => {
    const place = desk.at(SCORE);
    free.type(TAB, addressOf({ row: place.row, column: 20 }), "第一本的旁注");
    const book = aLedgerBook();
    await desk.host.draw({ ...book, identity: { ...book.identity, subject: "led_2" } });
    assert.equal(desk.sheet("quantitative").cell(place.row, 20).value, null);
    assert.equal(desk.sheet("quantitative").name, TAB);
    assert.equal(await desk.host.undoDraw(), true);
    assert.equal(desk.sheet("quantitative").cell(place.row, 20).value, "第一本的旁注");
    const base = parseSnapshot((await desk.host.read()).meta, desk.codec);
    assert.equal(base.ok && base.value.identity.subject, book.identity.subject);
    assertSameBook(book, await desk.host.read());
    await desk.dispose();
  });

  it("W3 can be undone once: values, base and unsent edits stand as before", async () => {
    const fresh = aWpsDesk();
    assert.equal(await fresh.host.undoDraw(), false);
    await fresh.dispose();
    await desk.driver.type(SCORE, 3);
    await desk.host.draw(aLedgerBook({ scores: { q1: "6" } }));
    assert.equal(desk.cell(SCORE).value, 6);
    assert.equal(await desk.host.undoDraw(), true);
    const reading = await desk.host.read();
    const base = parseSnapshot(reading.meta, desk.codec);
    assert.ok(base.ok);
    const { edits, problems } = diffBook(base.value, reading);
    assert.deepEqual([edits.map(({ base: was, value }) => [was, value]), problems], [[[10, 3]], []]);
    assert.equal(await desk.host.undoDraw(), false);
    await desk.dispose();
  });

  it("W3 is undone by key when the officer sorted meanwhile; his order and his notes beside stay", async () => {
    const order = () => ["q1", "q2", "q3"].map((row) => desk.at({ ...SCORE, row }).row);
    await desk.host.draw(aLedgerBook({ scores: { q1: "6", q2: "7" } }));
    free.moveRow(TAB, desk.at({ ...SCORE, row: "q3" }).row, desk.at(SCORE).row);
    free.type(TAB, addressOf({ row: desk.at(SCORE).row, column: 20 }), "第一项的旁注");
    const sorted = order();
    assert.ok((sorted[2] ?? 0) < (sorted[0] ?? 0));
    assert.equal(await desk.host.undoDraw(), true);
    assert.deepEqual(order(), sorted);
    assert.equal(desk.sheet("quantitative").cell(desk.at(SCORE).row, 20).value, "第一项的旁注");
    const was = aLedgerBook();
    assert.deepEqual([desk.cell(SCORE).value, desk.cell({ ...SCORE, row: "q2" }).value], [10, valueOf(was, "q2")]);
    const reading = await desk.host.read();
    const base = parseSnapshot(reading.meta, desk.codec);
    assert.ok(base.ok);
    assert.deepEqual(diffBook(base.value, reading), { edits: [], problems: [], stopped: false });
    await desk.dispose();
  });

  for (const visibleOnly of [false, true]) {
    const how = visibleOnly ? "leaving the keys behind" : "keys and all";
    it(`W3 of a roster that was sorted (${how}) undoing puts each value back to its person`, async () => {
      const roster = aWpsDesk();
      const officer = new WorkbookUser(roster.workbook);
      const before = aRoster(6);
      await roster.host.draw(before);
      await roster.host.draw(aRoster(6, 4, "新"));
      assert.equal(officer.sort("名册", "A3:E8", { column: 1, descending: true, visibleOnly }), true);
      assert.equal(await roster.host.undoDraw(), true);
      const reading = await roster.host.read();
      const base = parseSnapshot(reading.meta, roster.codec);
      assert.ok(base.ok);
      assert.deepEqual(diffBook(base.value, reading), { edits: [], problems: [], stopped: false });
      // Sorted with their keys the rows keep his order.
      if (visibleOnly) assertSameBook(before, reading);
      else assert.equal(reading.sheets[0]?.rows[2]?.[0]?.value, "p5");
      await roster.dispose();
    });
  }

  it("W2a a workbook that is opened anew knows its base, its frame and its marks' cells", async () => {
    await desk.host.mark([{ ...SCORE, state: "refused", note: "得分不能高于分值 10" }]);
    await desk.dispose();
    const again = aWpsDesk(desk.workbook);
    const meta = await again.host.attach();
    assert.ok(parseSnapshot(meta, again.codec).ok);
    await again.host.mark([{ ...SCORE, state: "input", note: "" }]);
    assert.equal(await again.driver.noteOf(SCORE), undefined);
    await again.host.draw(aLedgerBook({ scores: { q1: "6" } }));
    assert.equal(again.cell(SCORE).value, 6);
    await again.dispose();
    const empty = aWpsDesk();
    assert.equal(await empty.host.attach(), null);
    await empty.dispose();
  });

  it("W1 keeps print settings, panes, hidden keys and protection", async () => {
    const sheet = desk.sheet("quantitative");
    const book = aLedgerBook();
    const [first] = book.sheets;
    assert.ok(first);
    const plan = planSheet(first);
    const look = () => {
      assert.equal(sheet.page.orientation, first.print.orientation);
      assert.deepEqual([sheet.page.fitToWide, sheet.page.fitToTall], [1, 0]);
      assert.deepEqual(sheet.settings.frozen, { rows: first.frozen.rows + 1, columns: first.frozen.columns + 1 });
      assert.deepEqual([sheet.rowState(0).hidden, sheet.columnState(0).hidden], [true, true]);
      assert.equal(sheet.columnWidth(1), plan.widths[0]);
      assert.deepEqual([sheet.protection?.allowFormatCells, sheet.protection?.allowEditObjects], [true, true]);
      assert.equal(desk.user.type(TAB, addressOf(desk.at(SCORE)), 5), true);
      assert.equal(desk.user.type(TAB, addressOf(desk.at({ ...SCORE, column: "maximum" })), 5), false);
      const meta = desk.workbook.sheet("_taizhang");
      assert.equal(meta.settings.visibility, "veryHidden");
    };
    look();
    await desk.host.draw(aLedgerBook({ scores: { q2: "1" } }));
    look();
    desk.workbook.format(sheet, wholeColumns(1), {});
    await desk.dispose();
  });
});

function valueOf(book: SheetBook, row: string): unknown {
  return book.sheets[0]?.rows.find(({ key }) => key === row)?.cells["score"]?.value;
}

/** Without what stands in hidden sheets and beside the table. */
function describeCells(desk: WpsDesk, key: string): unknown {
  const { sheets } = describeWorkbook(desk.workbook);
  const name = desk.sheet(key).name;
  return sheets.find((sheet) => (sheet as { readonly name: string }).name === name);
}

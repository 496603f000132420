import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { diffBook } from "#core/sheet/diff-book.ts";
import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { BEFORE_SHEET } from "#addin/hosts/plan/standing/kept-frame.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aRoster, withoutRows } from "#test/builders/roster-book.ts";
import { openDesk, openLedger, pictureOf, type ExcelDesk } from "./excel-desk.ts";

const TASKS = "定量任务";

describe("refreshing a book in Excel", () => {
  let desk: ExcelDesk;
  afterEach(async () => desk.close());

  const edits = async () => {
    const reading = await desk.host.read();
    const base = parseSnapshot(reading.meta, deflateCodec);
    return diffBook(base.ok ? base.value : null, reading);
  };
  const value = (sheet: string, row: string, column: string) => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(desk.driver.addressOf({ sheet, row, column })) ?? [];
    return cellAt(`${letters}${digits}`, tabOf(sheet));
  };
  const tabOf = (sheet: string) =>
    desk.excel.host.workbook.sheets.find((tab) => tab.cell(0, 0).value === `#sheet:${sheet}`)?.name ?? "";
  const cellAt = (address: string, tab: string) => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return desk.tab(tab).cell(Number(digits) - 1, letters.charCodeAt(0) - 65);
  };

  it("W3 keeps the officer's own columns, widths, notes and sheets", async () => {
    desk = await openLedger();
    const { user, driver } = desk;
    desk.excel.host.workbook.addSheet("我的表");
    user.type("我的表", "A1", "自己的");
    user.type(TASKS, "P5", "自己的备注");
    user.type(TASKS, "P7", "=K7*2");
    user.resize(TASKS, "column", { at: 2, size: 44 });
    const at = driver.addressOf({ sheet: "quantitative", row: "q1", column: "score" });
    user.comment(TASKS, at, { author: "张三", text: "核对过" });
    await desk.host.draw(aLedgerBook({ scores: { q1: "9", q2: "8.5", q4: "7" } }));
    assert.equal(value("quantitative", "q1", "score").value, 9);
    assert.equal(cellAt("P5", TASKS).value, "自己的备注");
    assert.equal(cellAt("P7", TASKS).formula, "K7*2");
    assert.equal(desk.tab(TASKS).columnState(2).width, 44);
    assert.equal(value("quantitative", "q1", "score").comment?.entries[0]?.text, "核对过");
    assert.equal(desk.tab("我的表").cell(0, 0).value, "自己的");
    assert.deepEqual(await edits(), { edits: [], problems: [], stopped: false });
  });

  it("W3 keeps the officer's order of a roster, and puts newcomers beside their neighbours", async () => {
    desk = await openDesk();
    await desk.host.draw(aRoster(6));
    desk.user.sort("名册", "A3:E8", { column: 1, descending: true });
    const before = rowKeys();
    assert.notDeepEqual(before, ["p0", "p1", "p2", "p3", "p4", "p5"]);
    await desk.host.draw(aRoster(8));
    const after = rowKeys();
    assert.deepEqual(
      after.filter((key) => before.includes(key)),
      before,
    );
    assert.deepEqual([...after].sort(), ["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7"]);
    assert.equal(after[after.indexOf("p5") + 1], "p6");
    assert.deepEqual(await edits(), { edits: [], problems: [], stopped: false });
  });

  const rowKeys = () => {
    const roster = desk.tab("名册");
    return Array.from({ length: roster.rowCount }, (_, row) => roster.cell(row, 0).value)
      .map(String)
      .filter((key) => /^p\d+$/.test(key));
  };

  it("W2 rows and columns of the officer between ours stay, and what is gone goes", async () => {
    desk = await openDesk();
    await desk.host.draw(aRoster(5));
    desk.user.insertRows("名册", 4);
    desk.user.type("名册", "C5", "自己的一行");
    desk.user.insertColumns("名册", 3);
    desk.user.type("名册", "D4", "自己的一列");
    await desk.host.draw(withoutRows(aRoster(6), ["p4"]));
    const { rows } = (await desk.host.read()).sheets[0]!;
    assert.deepEqual(
      rows.map((cells) => cells[0]?.value).filter((key) => typeof key === "string" && key.startsWith("p")),
      ["p0", "p1", "p2", "p3", "p5"],
    );
    assert.equal(rows[4]?.[2]?.value, "自己的一行");
    assert.equal(rows[3]?.[3]?.value, "自己的一列");
    const { problems, edits: found } = await edits();
    assert.deepEqual(found, []);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["row-without-key"],
    );
  });

  it("W2 formulas speak of where their rows stand now", async () => {
    desk = await openLedger();
    desk.user.insertRows(TASKS, 6);
    await desk.host.draw(aLedgerBook());
    assert.equal(value("quantitative", "#total:s1", "score").formula, "ROUND(ROUND(SUM(K6:K9),9),2)");
    assert.deepEqual((await edits()).edits, []);
  });

  it("W3 undoDraw puts back what the last draw replaced, once", async () => {
    desk = await openLedger();
    await desk.driver.type({ sheet: "quantitative", row: "q1", column: "score" }, 3);
    desk.user.type(TASKS, "P5", "备注");
    const before = pictureOf(desk);
    await desk.host.draw(aLedgerBook({ scores: { q1: "9" } }));
    assert.notDeepEqual(pictureOf(desk), before);
    assert.equal(await desk.host.undoDraw(), true);
    assert.deepEqual(pictureOf(desk), before);
    assert.deepEqual(
      (await edits()).edits.map(({ base, value: now }) => [base, now]),
      [[10, 3]],
    );
    assert.equal(await desk.host.undoDraw(), false);
  });

  it("W3 undoDraw brings back rows that went, with what the officer had beside them", async () => {
    desk = await openDesk();
    await desk.host.draw(aRoster(5));
    desk.user.type("名册", "H5", "备注");
    await desk.host.draw(withoutRows(aRoster(5), ["p2"]));
    assert.deepEqual(rowKeys(), ["p0", "p1", "p3", "p4"]);
    assert.equal(await desk.host.undoDraw(), true);
    assert.deepEqual(rowKeys(), ["p0", "p1", "p2", "p3", "p4"]);
    assert.equal(desk.tab("名册").cell(4, 7).value, "备注");
    assert.deepEqual(await edits(), { edits: [], problems: [], stopped: false });
  });

  it("W3 undoDraw has nothing to put back after the first draw", async () => {
    desk = await openLedger();
    assert.equal(await desk.host.undoDraw(), false);
  });

  it("W3 another book takes the place of ours, and undoDraw brings the first one back", async () => {
    desk = await openLedger();
    desk.excel.host.workbook.addSheet("我的表");
    const before = pictureOf(desk);
    await desk.host.draw(ofSubject(aLedgerBook({ scores: { q1: "1" } }), "led_2"));
    assert.deepEqual(tabs(), ["Sheet1", META_SHEET, "我的表", TASKS, "定性测评", "考核得分", BEFORE_SHEET].sort());
    assert.equal(value("quantitative", "q1", "score").value, 1);
    assert.equal(await desk.host.undoDraw(), true);
    assert.deepEqual(sorted(pictureOf(desk)), sorted(before));
  });

  const tabs = () => desk.excel.host.workbook.sheets.map(({ name }) => name).sort();

  it("W3 a workbook opened again is found by its corner cells, renamed tabs too", async () => {
    desk = await openLedger();
    desk.user.rename(TASKS, "我改的名");
    const again = await reopened(desk);
    assert.ok((await again.attach())?.startsWith("taizhang-base:"));
    assert.deepEqual(
      (await again.read()).sheets.map(({ name }) => name),
      ["我改的名", "定性测评", "考核得分"],
    );
    await again.draw(aLedgerBook({ scores: { q1: "2" } }));
    assert.equal(value("quantitative", "q1", "score").value, 2);
    await again.close();
  });

  it("W3 a copy that the officer kept takes the place of the sheet that he deleted", async () => {
    desk = await openLedger();
    const { workbook } = desk.excel.host;
    const ours = desk.tab(TASKS);
    const copy = workbook.addSheet(`${TASKS}留底`);
    copy.restoreState({ ...ours.copyState(), id: copy.id });
    workbook.deleteSheet(ours);
    const seen = await desk.host.read();
    assert.ok(seen.sheets.some(({ name }) => name === copy.name));
    await desk.host.draw(aLedgerBook({ scores: { q1: "2" } }), { seen });
    assert.equal(value("quantitative", "q1", "score").value, 2);
  });

  it("W3 a sheet that was deleted without a copy comes back", async () => {
    desk = await openLedger();
    desk.excel.host.workbook.deleteSheet(desk.tab(TASKS));
    const seen = await desk.host.read();
    assert.equal(seen.sheets.length, 2);
    await desk.host.draw(aLedgerBook({ scores: { q1: "2" } }), { seen });
    assert.equal(value("quantitative", "q1", "score").value, 2);
  });

  it("W2a a workbook without our sheets is nobody's", async () => {
    desk = await openDesk();
    assert.equal(await desk.host.attach(), null);
    assert.deepEqual(await desk.host.read(), { sheets: [], meta: null });
  });

  it("W1 an officer's own tab keeps its name, ours gets a number", async () => {
    desk = await openDesk();
    desk.excel.host.workbook.addSheet(TASKS);
    desk.user.type(TASKS, "A1", "我的");
    await desk.host.draw(aLedgerBook());
    assert.equal(desk.tab(TASKS).cell(0, 0).value, "我的");
    assert.equal(desk.tab(`${TASKS} (2)`).cell(0, 0).value, "#sheet:quantitative");
    assert.equal(desk.excel.host.workbook.names.find("定量得分")?.refersTo.startsWith(`'${TASKS} (2)'!`), true);
  });

  it("W1 a name that the officer has for something else is not taken from him", async () => {
    desk = await openDesk();
    desk.excel.host.workbook.names.set("定量得分", "Sheet1!$A$1");
    const before = pictureOf(desk);
    await assert.rejects(desk.host.draw(aLedgerBook()), { code: "name-taken", detail: "定量得分" });
    assert.deepEqual(pictureOf(desk), before);
  });

  it("W3 a refresh that changes nothing leaves what the officer can undo", async () => {
    desk = await openLedger();
    desk.user.type(TASKS, "P5", "备注");
    await desk.host.draw(aLedgerBook());
    assert.equal(desk.user.undo(), true);
    assert.equal(cellAt("P5", TASKS).value, null);
  });
});

async function reopened({ host }: ExcelDesk) {
  await host.close();
  const { ExcelHost } = await import("#addin/hosts/excel/excel-host.ts");
  const again = new ExcelHost();
  await again.open();
  return again;
}

function ofSubject(book: SheetBook, subject: string): SheetBook {
  return { ...book, identity: { ...book.identity, subject } };
}

function sorted(picture: unknown): unknown {
  const { sheets, names } = picture as { sheets: readonly { readonly name: string }[]; names: unknown };
  return { sheets: sheets.toSorted((a, b) => a.name.localeCompare(b.name)), names };
}

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { ReadCell } from "#core/sheet/reading.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { bookOf } from "./book-of.ts";
import { bundlePage, type BundledPage } from "./bundled-page.ts";

describe("the grid host in Chromium", () => {
  let site: BundledPage;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  before(async function () {
    this.timeout(240_000);
    [site, browser] = await Promise.all([bundlePage("grid-page.ts"), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(site.url);
    await page.waitForSelector("html[data-ready]");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    await page.evaluate(
      async (book) => {
        await window.gridPage.draw(book);
        Object.assign(window.gridPage.seen, { edits: 0 });
        window.gridPage.seen.refused.length = 0;
      },
      bookOf(8, { q1: "5", q2: "3.5" }),
    );
  });

  async function cell(sheetKey: string, row: string, column: string): Promise<ReadCell | undefined> {
    const reading = await page.evaluate(() => window.gridPage.read());
    const rows = reading.sheets.find((sheet) => sheet.rows[0]?.[0]?.value === `#sheet:${sheetKey}`)?.rows ?? [];
    const at = rows[0]?.findIndex(({ value }) => value === column) ?? -1;
    return rows.find((cells) => cells[0]?.value === row)?.[at];
  }
  const score = async (row: string) => (await cell("quantitative", row, "score"))?.value;
  const total = async () => (await cell("totals", "#figure:total", "value"))?.value;

  async function go(address: string): Promise<void> {
    await page.evaluate((place) => window.gridPage.select("定量任务", place), address);
    await page.waitForTimeout(60);
  }
  async function paste(text: string): Promise<void> {
    await page.evaluate((plain) => {
      const event = new ClipboardEvent("paste", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      event.clipboardData?.setData("text/plain", plain);
      document.activeElement?.dispatchEvent(event);
    }, text);
    await page.waitForTimeout(150);
  }
  async function until<T>(ask: () => Promise<T>, expected: T): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if ((await ask()) === expected) return;
      await page.waitForTimeout(50);
    }
    assert.deepEqual(await ask(), expected);
  }
  const refused = () => page.evaluate(() => window.gridPage.seen.refused.splice(0));

  it("W1 holds keys, values and formulas where every host has them", async () => {
    assert.equal(await score("q2"), 3.5);
    assert.deepEqual(await cell("totals", "#figure:total", "value"), {
      value: 8.65,
      formula: "ROUND(ROUND(定量得分+定性得分,9),2)",
    });
  });

  it("L13 recomputes totals over Chinese names as the officer types", async () => {
    await go("K8");
    await page.keyboard.type("4.5");
    await page.keyboard.press("Enter");
    await until(() => score("q3"), 4.5);
    await until(total, 11.8);
    assert.equal(await page.evaluate(() => window.gridPage.seen.edits > 0), true);
  });

  it("W3 W4 a book is not exchanged under the officer's hands: he types to the end, and it is told", async () => {
    await go("K8");
    await page.keyboard.type("4");
    const drawing = page.evaluate((book) => window.gridPage.drawAsSeen(book), bookOf(8, { q1: "1" }));
    await page.waitForTimeout(400);
    await page.keyboard.type(".5");
    await page.keyboard.press("Enter");
    assert.match(await drawing, /typed-meanwhile/);
    assert.deepEqual([await score("q3"), await score("q1")], [4.5, 5]);
    assert.equal(await page.evaluate((book) => window.gridPage.drawAsSeen(book), bookOf(8, { q1: "1" })), "");
    assert.equal(await score("q1"), 1);
  });

  it("W3 W4 half a value is never taken for typed, however long the drawing waits: it is told instead", async function () {
    this.timeout(60_000);
    await go("K8");
    await page.keyboard.type("4");
    const drawing = page.evaluate((book) => window.gridPage.drawAsSeen(book), bookOf(8, { q1: "1" }));
    assert.match(await drawing, /typed-meanwhile/);
    assert.deepEqual([await score("q3"), await score("q1")], [null, 5]);
    await page.keyboard.type(".5");
    await page.keyboard.press("Enter");
    await until(() => score("q3"), 4.5);
    await page.keyboard.press("Control+z");
    await until(() => score("q3"), null);
  });

  it("takes an edit back with Ctrl+Z", async () => {
    await go("K8");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await until(() => score("q3"), 4);
    await page.keyboard.press("Control+z");
    await until(() => score("q3"), null);
    await until(total, 8.65);
  });

  it("vetoes typing and deleting where nothing may be entered", async () => {
    await go("G8");
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    assert.equal((await cell("quantitative", "q3", "maximum"))?.value, 5);
    await go("G8");
    await page.keyboard.press("Delete");
    await page.waitForTimeout(100);
    assert.equal((await cell("quantitative", "q3", "maximum"))?.value, 5);
    assert.ok((await refused()).includes("定量任务!G8"));
    assert.equal(await page.evaluate(() => window.gridPage.seen.edits), 0);
  });

  it("W4 vetoes overtyping a formula", async () => {
    await go("K15");
    await page.keyboard.type("99");
    await page.keyboard.press("Enter");
    assert.equal((await cell("quantitative", "#total:s1", "score"))?.value, 8.5);
    assert.ok((await cell("quantitative", "#total:s1", "score"))?.formula);
  });

  it("pastes a block as plain values, all or nothing", async () => {
    await go("K8");
    await paste("1\n2\n=1+1");
    await until(() => score("q5"), "=1+1");
    assert.deepEqual([await score("q3"), await score("q4")], [1, 2]);
    assert.equal((await cell("quantitative", "q5", "score"))?.formula, undefined);
    await go("K8");
    await paste("3\t3");
    assert.equal(await score("q3"), 1);
    assert.deepEqual(await refused(), ["定量任务!L8"]);
  });

  it("copies plain text that other programs understand", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await go("K7");
    await page.keyboard.press("Control+c");
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "3.5");
  });

  it("W4 marks cells and leaves their values alone", async () => {
    await page.evaluate(() =>
      window.gridPage.mark([
        { sheet: "quantitative", row: "q2", column: "score", state: "refused", note: "分值应在 0 到 5 之间" },
      ]),
    );
    assert.equal(await score("q2"), 3.5);
    assert.equal(await page.evaluate(() => window.gridPage.seen.edits), 0);
  });

  it("tells where the officer is by row key and column key", async () => {
    await go("K9");
    const last = await page.evaluate(() => window.gridPage.seen.selections.at(-1));
    assert.deepEqual(last, { sheet: "定量任务", address: "K9", rowKey: "q4", columnKey: "score" });
  });

  it("R4 selects several cells at once; the first is the one that is told of", async () => {
    const first = "F6";
    await page.evaluate((at) => window.gridPage.select("定量任务", at, [at, "F8", "F7"]), first);
    await page.waitForTimeout(60);
    assert.equal((await page.evaluate(() => window.gridPage.seen.selections.at(-1)))?.address, first);
    const rows = await page.evaluate(() => window.gridPage.selectedRows());
    assert.deepEqual(rows.toSorted(), ["q1", "q2", "q3"]);
    await go(first);
    assert.equal((await page.evaluate(() => window.gridPage.selectedRows())).length, 1);
  });

  it("offers our own menu on the cell, by mouse and keys", async () => {
    await page.evaluate(() => window.gridPage.setMenu(["查看历史", "支撑材料"]));
    await page.mouse.click(900, 300, { button: "right" });
    await page.getByRole("menuitem", { name: "查看历史" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const [chosen] = await page.evaluate(() => window.gridPage.seen.menu.splice(0));
    assert.match(chosen ?? "", /^支撑材料 /);
    assert.equal(await page.getByRole("menu").count(), 0);
  });

  it("keeps what was drawn when a book cannot be drawn", async () => {
    const broken = bookOf(8, {});
    const names = [{ name: "坏名称", sheet: "no such sheet", top: 0, left: 0, bottom: 0, right: 0 }];
    await assert.rejects(page.evaluate((book) => window.gridPage.draw(book), { ...broken, names }));
    assert.equal(await score("q2"), 3.5);
  });

  it("survives being closed and opened again at once", async () => {
    await page.evaluate(() => window.gridPage.reopen());
    await page.evaluate((book) => window.gridPage.draw(book), bookOf(2, { q1: "4" }));
    await until(() => score("q1"), 4);
    assert.deepEqual(errors, []);
  });

  it("W6 draws a big roster in slices that tell how far it is, and stops when it is given up", async () => {
    const whole = await page.evaluate(() => window.gridPage.drawRoster(6_000, 40));
    const told = whole.steps.map(([done, total]) => done / total);
    assert.ok(whole.isDrawn && told.length > 3, String(told.length));
    assert.deepEqual([told[0], told.at(-1)], [0, 1]);
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    // Many more than are prepared in one slice, however warm the engine is by now.
    const given = await page.evaluate(() => window.gridPage.drawRoster(8_000, 40, 2));
    assert.deepEqual([given.isDrawn, given.steps.length], [false, 2]);
  });
});

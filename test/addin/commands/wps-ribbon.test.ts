import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { COMMAND_IDS } from "#addin/commands/commands.ts";
import type { OpenDesk } from "#addin/hosts/open-desk.ts";
import { openWps } from "#addin/hosts/wps/open-wps.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { type FakeWps, openFakeWps } from "#test/fakes/wps/open-fake-wps.ts";

interface Page {
  OnTaizhangLoad(ribbon: unknown): unknown;
  OnTaizhangCommand(control: { readonly Id: string }): unknown;
  GetTaizhangImage(control: { readonly Id: string }): string;
  Application?: unknown;
  location?: unknown;
}
const page = globalThis as unknown as Page;

describe("the ribbon's page in WPS", () => {
  let fake: FakeWps;
  before(async () => {
    page.location = { href: "https://ledger.example:8443/wps/" };
    await import("#addin/commands/wps-ribbon.ts");
  });
  after(() => delete page.location);
  beforeEach(() => {
    fake = openFakeWps();
    page.Application = fake.application;
  });
  afterEach(() => {
    delete page.Application;
    fake.close();
    fake.gate.assertClean();
  });

  it("opens the pane once, shows it again, and opens a new one when it is gone", () => {
    page.OnTaizhangLoad({});
    page.OnTaizhangCommand({ Id: "open" });
    assert.deepEqual(fake.plugin.seen(), [
      {
        ...{ id: 1, url: "https://ledger.example:8443/wps.html?pane=1", title: "党务台账" },
        ...{ beside: "工作簿1.xlsx", visible: true, width: 360 },
      },
    ]);
    fake.plugin.panes[0]!.Visible = false;
    page.OnTaizhangCommand({ Id: "send" });
    assert.deepEqual(
      fake.plugin.seen().map(({ visible }) => visible),
      [true],
    );
    fake.plugin.closeForGood(1);
    page.OnTaizhangCommand({ Id: "send" });
    assert.equal(fake.plugin.seen().length, 2);
  });
  it("has a picture for every command", () => {
    for (const Id of COMMAND_IDS) {
      assert.equal(page.GetTaizhangImage({ Id }), `https://ledger.example:8443/icons/${Id}-32.png`);
    }
  });
  it("does nothing outside WPS, and with a button that it does not know", () => {
    page.OnTaizhangCommand({ Id: "format" });
    delete page.Application;
    page.OnTaizhangCommand({ Id: "open" });
    assert.deepEqual(fake.plugin.seen(), []);
  });

  describe("and the pane", () => {
    it("hears every button, also the one that opened it, and the same one twice", async () => {
      page.OnTaizhangCommand({ Id: "signIn" });
      const desk = await openPane(1);
      const heard: string[] = [];
      const stop = desk.onCommand((id) => heard.push(id));
      await waited(() => heard.length === 1);
      page.OnTaizhangCommand({ Id: "refresh" });
      await waited(() => heard.length === 2);
      page.OnTaizhangCommand({ Id: "refresh" });
      await waited(() => heard.length === 3);
      assert.deepEqual(heard, ["signIn", "refresh", "refresh"]);
      stop();
      await desk.sheet.close();
      assert.equal(fake.listeners(), 0);
    });
    it("is one for each workbook; a button is heard by the one whose window is in front", async () => {
      const other = new WorkbookModel();
      other.title = "工作簿2.xlsx";
      page.OnTaizhangCommand({ Id: "open" });
      const first = await openPane(1);
      fake.show(other);
      page.OnTaizhangCommand({ Id: "checks" });
      const second = await openPane(2);
      assert.deepEqual(
        fake.plugin.seen().map(({ id, url, beside }) => [id, url.slice(-7), beside]),
        [
          [1, "?pane=1", "工作簿1.xlsx"],
          [2, "?pane=2", "工作簿2.xlsx"],
        ],
      );
      const heard: string[] = [];
      const stops = [first, second].map((desk, at) => desk.onCommand((id) => heard.push(`${at + 1} ${id}`)));
      await waited(() => heard.length === 2);
      fake.show(fake.workbook);
      page.OnTaizhangCommand({ Id: "send" });
      await waited(() => heard.length === 3);
      // Saved under another name: still the same window and the same pane.
      other.title = "二支部.xlsx";
      fake.show(other);
      await new Promise((resolve) => setTimeout(resolve, 400));
      page.OnTaizhangCommand({ Id: "help" });
      await waited(() => heard.length === 4);
      assert.deepEqual(heard.toSorted(), ["1 open", "1 send", "2 checks", "2 help"]);
      assert.equal(fake.plugin.seen().length, 2);
      for (const stop of stops) stop();
      await Promise.all([first.sheet.close(), second.sheet.close()]);
    });
    it("keeps to its own workbook: draws there, and says nothing about what is selected in another one", async () => {
      const other = new WorkbookModel();
      other.title = "工作簿2.xlsx";
      const mine = await openPane(1);
      await mine.sheet.draw(aLedgerBook());
      fake.show(other);
      const theirs = await openPane(2);
      await theirs.sheet.draw(aLedgerBook());
      const seen: string[] = [];
      mine.sheet.onSelection(({ address }) => seen.push(`mine ${address}`));
      theirs.sheet.onSelection(({ address }) => seen.push(`theirs ${address}`));
      const stops = [mine, theirs].map((desk, at) => desk.onCommand((id) => seen.push(`${at + 1} ${id}`)));
      const [sheet] = other.sheets.slice(1);
      assert.ok(sheet);
      new WorkbookUser(other).select(sheet.name, "B3");
      new WorkbookUser(other).doubleClick(sheet.name, "B3");
      await new Promise((resolve) => setTimeout(resolve, 0));
      assert.deepEqual(seen.toSorted(), ["2 drillDown", "theirs B3"]);
      assert.equal(await mine.sheet.selection(), null);
      assert.ok(await theirs.sheet.selection());
      for (const stop of stops) stop();
      await Promise.all([mine.sheet.close(), theirs.sheet.close()]);
    });
    it("drills down on a double click, but not where somebody may type or has a sheet of his own", async () => {
      const desk = await openPane(1);
      await desk.sheet.draw(aLedgerBook());
      const heard: string[] = [];
      const stop = desk.onCommand((id) => heard.push(id));
      const user = new WorkbookUser(fake.workbook);
      const [own = "", drawn = ""] = fake.workbook.sheets.map(({ name }) => name);
      user.doubleClick(own, "B2");
      const sheet = fake.workbook.sheet(drawn);
      const open = findCell(sheet.rowCount, (row) => !sheet.cell(row, 10).locked);
      user.doubleClick(drawn, `K${open + 1}`);
      assert.deepEqual(heard, []);
      user.doubleClick(drawn, "B3");
      assert.deepEqual(heard, ["drillDown"]);
      assert.equal(fake.application.ApiEvent.Cancel, true);
      stop();
      await desk.sheet.close();
    });
    it("says plainly that there is no WPS", async () => {
      delete page.Application;
      assert.deepEqual(await openWps(), { ok: false, refusal: { code: "not-in-host", wanted: "wps" } });
    });
  });
});

/** Each pane is a page of its own; here they follow each other. */
async function openPane(number: number): Promise<OpenDesk> {
  page.location = { href: `https://ledger.example:8443/wps.html?pane=${number}` };
  const desk = await openWps();
  assert.ok(desk.ok);
  return desk.value;
}

function findCell(rows: number, fits: (row: number) => boolean): number {
  const found = Array.from({ length: rows }, (_, row) => row).find(fits);
  assert.ok(found !== undefined);
  return found;
}

async function waited(isDone: () => boolean): Promise<void> {
  for (let tries = 0; !isDone() && tries < 3_000; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(isDone());
}

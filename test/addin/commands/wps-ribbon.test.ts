import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { COMMAND_IDS } from "#addin/commands/commands.ts";
import { openWps } from "#addin/hosts/wps/open-wps.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
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
      { id: 1, url: "https://ledger.example:8443/wps.html", title: "党务台账", visible: true, width: 360 },
    ]);
    fake.plugin.panes[0]!.Visible = false;
    page.OnTaizhangCommand({ Id: "send" });
    assert.deepEqual(
      fake.plugin.seen().map(({ visible }) => visible),
      [true],
    );
    fake.application.PluginStorage.setItem("taizhang.pane", "9");
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
      const desk = await openWps();
      assert.ok(desk.ok);
      const heard: string[] = [];
      const stop = desk.value.onCommand((id) => heard.push(id));
      await waited(() => heard.length === 1);
      page.OnTaizhangCommand({ Id: "refresh" });
      await waited(() => heard.length === 2);
      page.OnTaizhangCommand({ Id: "refresh" });
      await waited(() => heard.length === 3);
      assert.deepEqual(heard, ["signIn", "refresh", "refresh"]);
      stop();
      await desk.value.sheet.close();
      assert.equal(fake.listeners(), 0);
    });
    it("drills down on a double click, but not where somebody may type or has a sheet of his own", async () => {
      const desk = await openWps();
      assert.ok(desk.ok);
      await desk.value.sheet.draw(aLedgerBook());
      const heard: string[] = [];
      const stop = desk.value.onCommand((id) => heard.push(id));
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
      await desk.value.sheet.close();
    });
    it("says plainly that there is no WPS", async () => {
      delete page.Application;
      assert.deepEqual(await openWps(), { ok: false, refusal: { code: "not-in-host", wanted: "wps" } });
    });
  });
});

function findCell(rows: number, fits: (row: number) => boolean): number {
  const found = Array.from({ length: rows }, (_, row) => row).find(fits);
  assert.ok(found !== undefined);
  return found;
}

async function waited(isDone: () => boolean): Promise<void> {
  for (let tries = 0; !isDone() && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(isDone());
}

import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { openOwnerWorld, type OwnerWorld } from "./owner-world.ts";
import { PaneDriver } from "./pane-driver.ts";

describe("the pane while a book is being fetched", function () {
  this.timeout(240_000);
  let world: OwnerWorld;
  let pane: PaneDriver;

  before(async () => {
    world = await openOwnerWorld();
    const { browser, site, service } = world;
    pane = await PaneDriver.open(browser, { url: site.url, service, size: { width: 350, height: 768 } });
    await pane.signIn("b11-secretary");
  });
  after(async () => {
    await pane.close();
    await world.close();
  });

  it("W6 what is under way is read out, and stops at once though the service has not answered", async () => {
    await pane.openLedger("own");
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await pane.page.route(`**/ledgers/${world.ledger}`, async (route) => {
      await asked;
      await route.continue();
    });
    const status = pane.page.locator(".pane-book [role='status']");
    assert.equal(await status.innerText(), "", "it is there before it has anything to say");
    await pane.command("refresh");
    await status.getByText("正在取得最新内容").waitFor();
    assert.equal(await pane.page.locator("[aria-busy='true'] [role='status']").count(), 0);
    await pane.page.locator(".pane-book").getByRole("button", { name: "停止" }).click();
    await pane.said("已停止，表格保持原样。");
    await pane.page.locator(".pane-book-acts[aria-busy='false']").waitFor();
    answer();
  });
});

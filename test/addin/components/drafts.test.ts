import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { openHarness, type Harness } from "#test/addin/screens/open-harness.ts";

describe("texts that were begun", function () {
  this.timeout(120_000);
  let harness: Harness;
  let page: Page;

  before(async () => {
    harness = await openHarness();
  });
  beforeEach(async () => {
    page = await harness.open("drafts");
  });
  after(async () => {
    await harness.close();
  });

  const box = (name: string) => page.getByRole("textbox", { name });
  const go = async (name: string) => await page.getByRole("button", { name }).click();
  const begun = async () => await page.locator("#begun").innerText();

  it("W3 are there again when the officer comes back from another page, and are counted meanwhile", async () => {
    await box("答复").fill("逐人核对");
    await go("说明");
    assert.equal(await box("说明").inputValue(), "已保存");
    await box("说明").fill("任期顺延");
    assert.equal(await begun(), "2");
    await go("答复");
    assert.equal(await box("答复").inputValue(), "逐人核对");
  });

  it("W3 are begun no more once they are saved", async () => {
    await box("答复").fill("逐人核对");
    await go("保存");
    assert.equal(await begun(), "0");
    await go("说明");
    await go("答复");
    assert.equal(await box("答复").inputValue(), "已保存");
  });
});

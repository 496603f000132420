import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import type { Page } from "playwright-core";
import { openHarness, type Harness } from "#test/addin/screens/open-harness.ts";

describe("what a screen asks the service for", function () {
  this.timeout(120_000);
  let harness: Harness;
  let page: Page;

  before(async () => {
    harness = await openHarness();
  });
  beforeEach(async () => {
    page = await harness.open("load");
    await page.getByText("甲0", { exact: true }).waitFor();
  });
  after(async () => {
    await harness.close();
  });

  /** What is shown right after a click, before any answer can be there. */
  async function shownAfter(name: string): Promise<string | null> {
    return await page.evaluate(async (text) => {
      [...document.querySelectorAll("button")].find((button) => button.textContent === text)?.click();
      await new Promise(requestAnimationFrame);
      return document.getElementById("known")?.textContent ?? null;
    }, name);
  }

  it("never shows one person's answer as another's", async () => {
    assert.equal(await shownAfter("乙"), "loading");
    await page.getByText("乙0", { exact: true }).waitFor();
  });

  it("W6 asks again by itself when the service answers again, and only for what failed", async () => {
    assert.equal(await shownAfter("↻"), "甲0");
    await page.reload();
    await page.getByText("甲0", { exact: true }).waitFor();
    await shownAfter("丙");
    await page.getByText("failed", { exact: true }).waitFor();
    await shownAfter("↻");
    await page.getByText("丙0", { exact: true }).waitFor();
  });

  it("keeps what is shown while the same question is asked anew", async () => {
    assert.equal(await shownAfter("+"), "甲0");
    await page.getByText("甲1", { exact: true }).waitFor();
  });
});

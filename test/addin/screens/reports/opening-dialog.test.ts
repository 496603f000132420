import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import type { Locator, Page } from "playwright-core";
import type { OpeningAsked } from "#addin/screens/reports/compare/use-opening.ts";
import { callsOf, openHarness, untilCalled, type Harness } from "../open-harness.ts";

const WHY = "上年年报在原系统中编制";

describe("loading opening figures", function () {
  this.timeout(120_000);
  let harness: Harness;
  let page: Page;
  let load: Locator;

  before(async () => {
    harness = await openHarness();
  });
  beforeEach(async () => {
    page = await harness.open("report-opening");
    load = page.getByRole("button", { name: /^载入/ });
  });
  after(async () => {
    await harness.close();
  });

  async function choose(name: string): Promise<void> {
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await page.locator("input[type='file']").setInputFiles({ name, mimeType, buffer: Buffer.from("PK") });
  }
  async function asked(): Promise<readonly OpeningAsked[]> {
    return (await callsOf(page)).filter(({ name }) => name === "ask").map(({ given }) => given[1] as OpeningAsked);
  }

  it("R14 a workbook is looked at first; what was looked at is loaded with a reason", async () => {
    await choose("figures.xlsx");
    await page.getByText("figures.xlsx").waitFor();
    await page.getByRole("button", { name: "载入 12 格" }).waitFor();
    await load.press("Enter");
    assert.equal((await asked()).length, 1, "without a reason nothing is loaded");
    await page.getByRole("textbox").last().fill(WHY);
    await load.click();
    await untilCalled(page, 3);
    assert.deepEqual(await asked(), [
      { year: 2025, reason: "", base: "", dryRun: true },
      { year: 2025, reason: WHY, base: "before", dryRun: false },
    ]);
    assert.equal((await callsOf(page)).at(-1)?.name, "loaded");
  });

  it("R14 an empty form is of the year that is chosen; a copied sheet is told before anything is loaded", async () => {
    await page.getByRole("spinbutton").fill("2024");
    await page.getByRole("button", { name: "导出空白表" }).click();
    await untilCalled(page, 1);
    assert.deepEqual((await callsOf(page)).at(-1), { name: "blank", given: [2024] });
    await choose("copied.xlsx");
    const told = page.getByRole("dialog").getByRole("alert");
    await told.waitFor();
    assert.match((await told.textContent()) ?? "", /表2 \(2\).*副本/u);
  });

  it("R14 another year is looked at anew, a year that is no year is not", async () => {
    await choose("figures.xlsx");
    await untilCalled(page, 1);
    await page.getByRole("spinbutton").fill("202");
    await page.getByRole("spinbutton").fill("2024");
    await untilCalled(page, 2);
    assert.deepEqual(
      (await asked()).map(({ year, dryRun }) => [year, dryRun]),
      [
        [2025, true],
        [2024, true],
      ],
    );
  });

  it("R14 a workbook without any figure is not loaded", async () => {
    await choose("empty.xlsx");
    await untilCalled(page, 1);
    await page.getByRole("textbox").last().fill(WHY);
    await load.press("Enter");
    assert.equal((await asked()).length, 1);
  });

  it("R14 what somebody else loaded meanwhile is replaced only after another look", async () => {
    await choose("raced.xlsx");
    await page.getByRole("button", { name: "载入 12 格" }).waitFor();
    await page.getByRole("textbox").last().fill(WHY);
    await load.click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await untilCalled(page, 3);
    await load.click();
    await untilCalled(page, 5);
    assert.deepEqual(
      (await asked()).map(({ base, dryRun }) => [base, dryRun]),
      [
        ["", true],
        ["before", false],
        ["", true],
        ["meanwhile", false],
      ],
    );
  });
});

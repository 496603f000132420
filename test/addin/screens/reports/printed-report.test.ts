import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { reportHtml } from "#addin/screens/reports/print/report-html.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { readFormIn } from "#service/shipped/shipped-report.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { join } from "node:path";
import { aReportView, withCells } from "#test/builders/report-view.ts";
import { compiled } from "#test/builders/report.ts";
import { launchChromium } from "#test/environment/chromium.ts";

/** A folder for pictures of the pages, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];
const WORDS = reportSubmissionWords["zh-CN"];

async function theForm(): Promise<ReportView> {
  const read = await readFormIn(join(SHIPPED, "annual-report", "2017"));
  if (!read.ok) assert.fail("the form cannot be read");
  const set = compiled(read.value);
  const now = new Map<string, number>();
  for (const { definition, cells } of set.tables)
    for (const [at, { cell, rule }] of cells.entries())
      if (rule.kind === "generated") now.set(`${definition.no}!${cell}`, (at * 37) % 5_000);
  const by = { stale: false, who: "王明", at: "2026-01-04T02:00:00.000Z", reason: "单位关系调整，记录稍后更正" };
  return withCells(aReportView(set, { now }, { findings: [], state: "submitted" }), {
    "2!A5": { value: 77, override: { generated: 70, then: 70, ...by } },
    "2!补2.1": { value: 4711 },
  });
}

describe("a report on paper", function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  let view: ReportView;

  before(async () => {
    [browser, view] = await Promise.all([launchChromium(), theForm()]);
    page = await browser.newPage();
  });
  after(() => browser.close());

  async function printed(table: number | null, shown: ReportView = view): Promise<{ readonly pages: number }> {
    await page.setContent(reportHtml(shown, { words: WORDS, table }));
    const bytes = await page.pdf({ preferCSSPageSize: true });
    if (SHOTS !== undefined) {
      const { writeFile } = await import("node:fs/promises");
      await writeFile(join(SHOTS, `report-${String(table)}.pdf`), bytes);
    }
    const pdf = bytes.toString("latin1");
    const [, width = "0", height = "0"] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    assert.deepEqual([Math.round(Number(width)), Math.round(Number(height))], [842, 595], "A4 landscape");
    return { pages: pdf.match(/\/Type \/Page\b/g)?.length ?? 0 };
  }

  it("R8 one table is one page with its furniture and the fields for signature and seal", async () => {
    const { pages } = await printed(2);
    assert.equal(pages, 1);
    const text = await page.locator("body").innerText();
    for (const part of ["表2　党员基本情况", "制表机关：组织部", "填报单位：机关党总支（001）", "截止日期：2025-12-31"])
      assert.ok(text.includes(part), part);
    for (const part of ["单位负责人：", "填表人：", "报出时间：", "（签字）", "（盖章）"])
      assert.ok(text.includes(part), part);
  });

  it("R1 headings are nested as the form has them, every cell of the table is there and named", async () => {
    await printed(2);
    const table = page.locator("table");
    assert.equal(await table.locator("thead th[colspan='10']").innerText(), "年龄");
    assert.equal(
      await table
        .locator("thead th")
        .filter({ hasText: /^其中$/ })
        .count(),
      1,
    );
    assert.equal(await table.locator("tbody tr").count(), 23);
    assert.equal(await table.locator("tbody td").count(), 23 * 15);
    const shared = table.locator("tbody th[rowspan='8']").first();
    assert.match(await shared.innerText(), /公有制单位/);
    assert.equal(await page.locator("thead").evaluate((head) => getComputedStyle(head).display), "table-header-group");
  });

  it("R1 blanks of supplementary lines are filled in", async () => {
    await printed(2);
    assert.match(await page.locator("ol li").nth(1).innerText(), /丧失劳动能力的党员\s*4711/);
  });

  it("R3 what was changed by hand shows by a symbol that the legend explains", async () => {
    await printed(2);
    assert.equal(await page.locator("td", { hasText: "◆ 77" }).count(), 1);
    assert.match(await page.locator(".legend").innerText(), /◆ 强制修改/);
  });

  it("R4 a cell whose check fails is marked on paper too", async () => {
    const found = { code: "D-001", severity: "error", line: "C", table: 2, text: "总计应等于各类人员之和" } as const;
    const sides = { left: 2, relation: "=", right: 3, difference: -1, wantsNames: false };
    const said = { explanation: null, old: null, exempt: false };
    await printed(2, { ...view, findings: [{ ...found, ...sides, ...said, cells: ["2!C1"] }] });
    const marked = page.locator("tbody tr").first().locator("td").nth(2);
    assert.match(await marked.innerText(), /^! \d/);
    assert.match(await page.locator(".legend").innerText(), /! 校核不通过/);
  });

  it("R8 the whole set has a cover and every one of its 43 tables on pages of its own", async () => {
    const { pages } = await printed(null);
    assert.equal(await page.locator("section").count(), 44);
    assert.equal(await page.locator(".cover .period").innerText(), `${view.period.until.slice(0, 4)} 年度`);
    assert.ok(pages >= 44 && pages <= 60, `${String(pages)} pages`);
    const wide = await page.evaluate(() => {
      document.body.style.width = "277mm";
      return Array.from(document.querySelectorAll("table")).filter((each) => each.scrollWidth > each.clientWidth)
        .length;
    });
    assert.equal(wide, 0, "tables wider than the page");
  });

  it("what officers typed never becomes markup", async () => {
    await printed(2, { ...view, unitName: "<b>机关</b>" });
    assert.equal(await page.locator("h1 b, .furniture b").count(), 0);
    assert.match(await page.locator(".furniture").first().innerText(), /<b>机关<\/b>/);
  });
});

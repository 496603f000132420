import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Locator, Page } from "playwright-core";
import { callsOf, openHarness, untilCalled, type Harness } from "../open-harness.ts";
import { fitsTheWidth, focusedName, seriousFindings } from "../page-checks.ts";

const SCENES = [
  "report-submission",
  "report-ready",
  "report-early",
  "report-rehearsal",
  "report-accepted",
  "report-below",
] as const;
/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("the screens of submission and of the units below in a browser", function () {
  this.timeout(240_000);
  let harness: Harness;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    harness = await openHarness();
  });
  afterEach(async () => {
    await page.close();
  });
  after(async () => {
    await harness.close();
  });

  async function open(scene: (typeof SCENES)[number], language: "zh-CN" | "en" = "zh-CN"): Promise<void> {
    page = await harness.open(scene, language);
  }
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true });
  const dialog = (): Locator => page.getByRole("dialog");

  for (const scene of SCENES) {
    it(`${scene} has no serious accessibility finding and fits 1366 x 768, in both languages`, async () => {
      for (const language of ["en", "zh-CN"] as const) {
        await open(scene, language);
        if (SHOTS !== undefined) {
          await page.setViewportSize({ width: 1366, height: 1900 });
          await page.screenshot({ path: `${SHOTS}/${scene}-${language}.png` });
          await page.setViewportSize({ width: 1366, height: 768 });
        }
        assert.ok(await fitsTheWidth(page), `scrolls sideways in ${language}`);
        if (language === "zh-CN") assert.deepEqual(await seriousFindings(page), []);
        else await page.close();
      }
    });
  }

  it("R7 says at a glance that it cannot be submitted, what is missing, and leads there", async () => {
    await open("report-submission");
    assert.match(await page.locator(".report-verdict").innerText(), /^不可上报：还有 8 项条件未满足$/);
    const row = page.getByRole("row", { name: /手填单元格都已填写/ });
    assert.match(await row.innerText(), /还差 14 项，共 1126 项/);
    await button("转到 5!H1").click();
    await row.getByText("另有 8 处").click();
    await button("转到 5!H14").click();
    await button("转到 D-001 表2 C").click();
    assert.deepEqual(
      (await callsOf(page)).map(({ given }) => given[0]),
      [
        { kind: "cell", key: "5!H1", label: "5!H1" },
        { kind: "cell", key: "5!H14", label: "5!H14" },
        { kind: "finding", key: "D-001 C", label: "D-001 表2 C" },
      ],
    );
    assert.equal(await page.getByRole("button", { name: /介绍信/ }).count(), 0);
  });

  it("R7 fields are counted as fields, the people to go to as people", async () => {
    await open("report-submission");
    const row = page.getByRole("row", { name: /必填/ });
    assert.match(await row.innerText(), /还差 94 项，共 18204 项/);
    await row.getByText("另有 4 处", { exact: true }).click();
    assert.equal(await row.getByRole("button").count(), 10);
  });

  it("R7 while something is missing the button says so by keyboard too, and nothing is sent", async () => {
    await open("report-submission");
    const submit = page.getByRole("button", { name: "上报", exact: true });
    await submit.focus();
    await page.locator("[role=tooltip]:visible", { hasText: "上报条件尚未全部满足" }).waitFor();
    await page.keyboard.press("Enter");
    assert.equal(await dialog().count(), 0);
    assert.deepEqual(await callsOf(page), []);
  });

  it("R8 submitting asks first, then says that it is done", async () => {
    await open("report-ready");
    assert.equal(await page.locator(".report-verdict").innerText(), "可上报");
    await button("上报").click();
    assert.match(await dialog().innerText(), /机关党总支.*封存/s);
    assert.doesNotMatch(await dialog().innerText(), /还没有到/);
    await page.keyboard.press("Escape");
    assert.deepEqual(await callsOf(page), []);
    assert.equal(await focusedName(page), "上报");
    await button("上报").click();
    await dialog().getByRole("button", { name: "上报" }).click();
    await untilCalled(page, 2);
    assert.deepEqual(
      (await callsOf(page)).map(({ name }) => name),
      ["submit", "done"],
    );
  });

  it("R8 before its reporting date a report is submitted only after a warning", async () => {
    await open("report-early");
    await button("上报").click();
    assert.match(await dialog().innerText(), /截止日期 2026-12-31 还没有到/);
    await dialog().getByRole("button", { name: "上报" }).click();
    await untilCalled(page, 2);
  });

  it("R8 a returned report shows why, and its remarks lead to their cells", async () => {
    await open("report-submission");
    const history = page.getByRole("region", { name: "上报记录" });
    assert.match(await history.innerText(), /已退回：表2与表5请核对/);
    await button("转到 2!C4").click();
    assert.deepEqual(await callsOf(page), [{ name: "cell", given: ["2!C4"] }]);
  });

  it("R8 what the records say otherwise since is listed with its difference", async () => {
    await open("report-submission");
    const row = page.getByRole("row", { name: /表2 总计 \/ 女/ });
    assert.match(await row.innerText(), /377\s+376\s+-1/);
  });

  it("R8 after acceptance the last day for print, signature and seal stands there until it is done", async () => {
    await open("report-accepted");
    await page.getByText("打印、签字、盖章的期限 2027-01-14 已过。").waitFor();
    assert.equal(await page.locator(".report-verdict").innerText(), "已接受");
    await page.getByLabel("打印、签字、盖章日期").fill("2027-01-19");
    await button("登记").click();
    await untilCalled(page, 2);
    assert.deepEqual((await callsOf(page))[0], { name: "printed", given: ["2027-01-19"] });
    assert.equal(await button("上报").getAttribute("aria-disabled"), "true");
  });

  it("R12 a rehearsal says that it cannot be submitted, not that it can", async () => {
    await open("report-rehearsal");
    await page.getByText("这是演练，不能上报", { exact: false }).waitFor();
    assert.equal(await page.getByText("可上报", { exact: true }).count(), 0);
  });

  it("R8 audit points are answered one by one; last year's words are offered and marked as such", async () => {
    await open("report-submission");
    await page.getByText("共 3 条，已答复 1 条", { exact: false }).waitFor();
    await page.getByLabel("只看未答复的").check();
    assert.equal(await page.locator(".report-points > li").count(), 2);
    await page.getByText("上年答复：已逐人核对，系退休人员转出。").waitFor();
    await button("采用上年答复 P2").click();
    assert.equal(await page.getByRole("textbox", { name: "答复 P2" }).inputValue(), "已逐人核对，系退休人员转出。");
    await page.getByRole("textbox", { name: "答复 P2" }).fill("已逐人核对到身份证号");
    await button("保存 P2").click();
    await untilCalled(page, 2);
    const [asked] = await callsOf(page);
    assert.deepEqual([asked?.name, asked?.given[1]], ["answer", "已逐人核对到身份证号"]);
  });

  it("R8 A13 a document is taken for a reason; one that does not come says so", async () => {
    await open("report-submission");
    await button("下载：需要上报的名单和情况说明").click();
    await dialog().getByRole("button", { name: "导出" }).click();
    assert.deepEqual(await callsOf(page), []);
    await dialog().getByRole("textbox").fill("报送上级");
    await dialog().getByRole("button", { name: "导出" }).click();
    assert.match(await page.getByRole("alert").innerText(), /连不上/);
    assert.deepEqual((await callsOf(page))[0]?.given, ["lists", "报送上级"]);
  });

  it("R9 the superior returns a report with remarks on its cells", async () => {
    await open("report-below");
    await button("退回").click();
    await dialog().getByRole("button", { name: "退回" }).click();
    await dialog().getByText("至少 6 个字").first().waitFor();
    await dialog().getByRole("textbox").last().fill("请核对后再上报");
    await dialog().getByRole("button", { name: "添加批注" }).click();
    await dialog()
      .getByLabel(/^批注 2：/)
      .fill("5!H1");
    await dialog().getByLabel("批注 5!H1", { exact: true }).fill("与上年相差过大");
    await dialog().getByRole("button", { name: "添加批注" }).click();
    await dialog().getByRole("button", { name: "退回" }).click();
    await untilCalled(page, 2);
    const remarks = [
      { cell: "2!C1", text: "请核对女党员数" },
      { cell: "5!H1", text: "与上年相差过大" },
    ];
    assert.deepEqual((await callsOf(page))[0], { name: "giveBack", given: ["请核对后再上报", remarks] });
  });

  it("R9 a submitted report can be accepted but not unlocked", async () => {
    await open("report-below");
    assert.equal(await button("解锁").getAttribute("aria-disabled"), "true");
    await button("接受").click();
    await dialog().getByRole("textbox").last().fill("同意");
    await dialog().getByRole("button", { name: "接受" }).click();
    await untilCalled(page, 2);
    assert.deepEqual((await callsOf(page))[0], { name: "accept", given: ["同意"] });
  });

  it("R4 only errors can be exempted, and an exemption can be ended", async () => {
    await open("report-below");
    assert.equal(await page.getByRole("button", { name: "豁免：A-3" }).count(), 0);
    await button("豁免：D-001 C").click();
    await dialog().getByRole("textbox").last().fill("历史数据有待核实");
    await dialog().getByRole("button", { name: "豁免" }).click();
    await untilCalled(page, 2);
    await button("取消豁免：X-11").click();
    await untilCalled(page, 4);
    assert.deepEqual(
      (await callsOf(page)).filter(({ name }) => name !== "changed").map(({ name, given }) => [name, given[0]]),
      [
        ["exempt", "D-001"],
        ["unexempt", "X-11"],
      ],
    );
  });

  it("R3 forced values stand with what the records say, who did it and why", async () => {
    await open("report-below");
    const row = page.getByRole("row", { name: /介绍信在途/ });
    assert.match(await row.innerText(), /402\s+400（记录已变动）\s+林正平/);
  });

  it("R13 the rollup names the units that cause a difference", async () => {
    await open("report-below");
    await page.getByText("3 个下级报表之和比较，其中 1 个尚未上报", { exact: false }).waitFor();
    const row = page.getByRole("row", { name: /表2 总计 \/ 总数/ });
    assert.match(await row.innerText(), /1043\s+1045\s+2\s+1\s+机关党总支（上报 402，记录 400）/);
  });
});

/** A year end in the browser: a general branch of a university of 2,000 people and the committee above it, from faults to the printed form. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { FindingsPage, PersonCard } from "#core/protocol/records/records.ts";
import type { ContrastRow, ContrastView, DrillView } from "#core/protocol/report/report-tracing.ts";
import type { MaterialsView, SubmissionView } from "#core/protocol/report/reports.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { serve, type ServedProcess } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, DEMO_YEAR, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { ReportDeskPage } from "./report-desk-page.ts";
import { ReportHandoverPage } from "./report-handover-page.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const UNIT = { id: "unit-01", name: "机关党总支", called: /机关总支部委员会/ };
const ABOVE = "校党委";
const ON = `${DEMO_YEAR}-12-31`;
const NEXT = `${Number(DEMO_YEAR) + 1}-12-31`;
const REPORT = `/reports/2017/${UNIT.id}/${ON}`;
const TOTAL = "1!A16";
const BY_POST = "2!A1";
/** A blank that no check looks at: members who cannot work. */
const FORCED = "2!补2.1";
const WHY = "民政部门通报的核定人数，记录尚未更新";
const REMARK = "以记录为准，请恢复";

describe("a year end in Chromium", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let service: ServedProcess;
  let browser: Browser;
  let unit: HttpClient;
  let page: Page;
  let desk: ReportDeskPage;
  let report: ReportHandoverPage;
  /** Whom tables by post miss. */
  let missed: ContrastRow;

  before(async function () {
    this.timeout(240_000);
    [demo, browser] = await Promise.all([demoCopy("sqlite", 2_000), launchChromium()]);
    service = await serve(demo);
    unit = await service.signIn(demo.account("unit", UNIT.name), DEMO_PASSWORD);
  });
  after(async () => {
    await browser.close();
    await service.stop();
    await demo.remove();
  });

  /** Whoever worked before goes home. */
  async function signIn(who: string): Promise<void> {
    for (const context of browser.contexts()) await context.close();
    const workbench = await WorkbenchPage.signIn(browser, service.url, demo.account("unit", who));
    desk = new ReportDeskPage(workbench, { office: unit, report: REPORT });
    report = new ReportHandoverPage(workbench.page);
    ({ page } = workbench);
    await desk.open(ON);
  }
  const valueOf = async (cell: string): Promise<number> => (await desk.valueOf(cell)) ?? assert.fail(cell);
  const submission = async () => await unit.ask<SubmissionView>("GET", `${REPORT}/submission`);
  const asking = async () => (await desk.view()).findings.filter(({ severity }) => severity === "explain");

  it("R4 the checks find that two tables do not agree, and lead to the cell", async () => {
    await signIn(UNIT.name);
    await desk.show("校核");
    const found = (await desk.view()).findings.find(({ code }) => code === "X-01.1") ?? assert.fail("they agree");
    assert.deepEqual([found.severity, found.left - found.right], ["error", 1]);
    await report.showCellOf("X-01.1");
    await desk.card(found.cells[0] ?? "").waitFor();
  });

  it("R5a the contrast says whom the other table misses, and why", async () => {
    const cells = `first=${encodeURIComponent(TOTAL)}&second=${encodeURIComponent(BY_POST)}`;
    const { onlyFirst } = await unit.ask<ContrastView>("GET", `${REPORT}/contrast?${cells}`);
    missed = onlyFirst[0] ?? assert.fail("nobody is missing");
    await desk.showCard(TOTAL);
    await desk.card(TOTAL).getByLabel("另一格").fill(BY_POST);
    await desk.card(TOTAL).getByRole("button", { name: "对照" }).click();
    await page.locator(".trace-bar").getByText(`只在 ${TOTAL} 的 1 条`).waitFor();
    await page.locator(".trace-list canvas").first().waitFor();
    await desk.selectListed(missed.name);
  });

  it("R5 R12 what a correction would move is said first; once it is saved the number has moved", async () => {
    const before = await valueOf(BY_POST);
    await desk.tryCorrection("岗位开始日期", { to: "2020-09-01", moves: BY_POST });
    assert.equal(await valueOf(BY_POST), before, "nothing was saved");
    await desk.saveCorrection("人事部门任职文件");
    await report.says("两格统计的记录完全相同。");
    assert.equal(await valueOf(BY_POST), before + 1);
    assert.equal((await person()).row.facts["occupationFrom"], "2020-09-01");
    await page.getByRole("button", { name: "返回" }).click();
  });
  const person = async () =>
    await unit.ask<PersonCard>("GET", `/records/people/${missed.record.slice("person:".length)}`);

  it("R3 the empty green cells are filled, and one that a check finds wrong is filled in rightly", async () => {
    const count = await desk.fillAllEmpty();
    await desk.save(count);
    const { tables, findings } = await desk.view();
    assert.ok(tables.every(({ cells }) => Object.values(cells).every(({ value }) => value !== null)));
    // Branches that appraised their members, and nobody who took part: a number that only the unit knows.
    const [wrong] = findings.filter(({ severity }) => severity === "error");
    const green = wrong?.cells.find((cell) => {
      const [no, address = ""] = cell.split("!");
      return tables.find((table) => String(table.no) === no)?.cells[address]?.kind === "manual";
    });
    await desk.type(green ?? assert.fail(JSON.stringify(wrong)), "26");
    await desk.save(1);
    assert.ok((await desk.view()).findings.every(({ severity }) => severity !== "error"));
  });

  it("R3 a number is forced with its reason, which stands beside it with what the records say", async () => {
    const generated = await valueOf(FORCED);
    await desk.type(FORCED, String(generated + 2));
    await desk.save(1, WHY);
    await desk.showCard(FORCED);
    await desk.card(FORCED).getByText(WHY).first().waitFor();
    await desk.card(FORCED).getByRole("button", { name: "恢复为生成值" }).waitFor();
    const forced = await desk.cell(FORCED);
    const { value, override } = forced ?? assert.fail(FORCED);
    assert.deepEqual([value, override?.generated, override?.reason], [generated + 2, generated, WHY]);
  });

  it("R4a M21 what asks for it is explained, and an empty phrase will not do", async () => {
    const names = (await asking()).map(({ code, line }) => `${code} ${line}`.trim());
    await desk.show("校核");
    await report.explainInVain(names[0] ?? assert.fail("nothing is to be explained"), "情况属实");
    await report.writeExplanation("机关各支部没有单独填报在岗人数");
    await page.locator(".report-explain").waitFor({ state: "detached" });
    for (const name of names.slice(1)) await report.explain(name, "机关各支部没有单独填报在岗人数");
    assert.ok((await asking()).every(({ explanation }) => explanation !== null));
    const { findings } = await unit.ask<FindingsPage>("GET", `/records/findings?unit=${UNIT.id}`);
    for (const { record, check, severity } of findings)
      if (severity === "explain")
        await unit.ask("POST", "/records/findings/explain", { record, check, text: "材料已送审，十二月上旬讨论" });
  });

  it("R7 R8 with the last point answered it says 可上报, and is handed over", async () => {
    const { points } = await unit.ask<MaterialsView>("GET", `${REPORT}/materials`);
    const [first, ...others] = points;
    for (const { point, revision } of others)
      await unit.ask("PUT", `${REPORT}/answers`, { point, text: "已逐项核对，与记录一致", revision });
    await desk.show("上报");
    await report.says("不可上报：还有 1 项条件未满足");
    await report.answerPoint(first?.point ?? "", "逐人核对过组织关系");
    await report.submit();
    assert.equal((await submission()).state, "submitted");
  });

  it("R9 the committee looks, and returns it with a remark on a cell", async () => {
    await signIn(ABOVE);
    await desk.show("下级");
    await report.judge(UNIT.called, "退回");
    await report.giveBack("一处强制修改依据不足", { cell: FORCED, text: REMARK });
    assert.equal((await submission()).state, "returned");
  });

  it("R3 R8 the unit reads the remark at its cell, restores the number and hands it over again", async () => {
    await signIn(UNIT.name);
    await desk.show("上报");
    const past = page.getByRole("region", { name: "上报记录" });
    await past.getByRole("button", { name: `转到 ${FORCED}` }).click();
    await desk.card(FORCED).getByText(REMARK).first().waitFor();
    const restore = desk.card(FORCED).getByRole("button", { name: "恢复为生成值" });
    await restore.click();
    await restore.waitFor({ state: "detached" });
    assert.equal((await desk.cell(FORCED))?.override, undefined);
    await desk.show("上报");
    await report.submit();
    assert.equal((await submission()).history.length, 2);
  });

  it("R8 R9 the committee accepts it", async () => {
    await signIn(ABOVE);
    await desk.show("下级");
    await report.judge(UNIT.called, "接受");
    await report.accept("核对一致");
    assert.equal((await submission()).state, "accepted");
  });

  it("R8 whatever is corrected now, the accepted report lists the people of that day and says what has changed", async () => {
    const { value } = await unit.ask<DrillView>("GET", `${REPORT}/drill?cell=${encodeURIComponent(BY_POST)}`);
    const { record, revisions } = (await person()).row;
    const edit = { record, field: "occupationUntil", value: "2025-01-31" };
    const edits = [{ ...edit, baseRevision: revisions["occupationUntil"] ?? 0 }];
    const { outcomes } = await unit.ask<PushAnswer>("POST", "/records/push", { key: randomUUID(), edits });
    assert.equal(outcomes[0]?.result, "accepted", JSON.stringify(outcomes));
    await signIn(UNIT.name);
    await desk.goTo(BY_POST);
    await desk.chooseFromMenu("反查名单");
    await page
      .locator(".trace-bar")
      .getByText(`${String(value)} 条记录`)
      .waitFor();
    await page.locator(".trace-bar").getByText("上报时的名单").waitFor();
    await page.getByRole("button", { name: "返回" }).click();
    await desk.show("上报");
    await page
      .getByRole("button", { name: `转到 ${BY_POST}`, exact: true })
      .first()
      .waitFor();
  });

  it("R8 it is printed to PDF, all 43 tables", async () => {
    const printed = await report.printed();
    const paper = await page.context().newPage();
    await paper.setContent(printed);
    const pdf = await paper.pdf({ preferCSSPageSize: true });
    await paper.close();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 43, `${pages} pages`);
  });

  it("R4 R6 next year begins with what this year ended with", async () => {
    const ended = await valueOf(TOTAL);
    await desk.show("填报");
    await desk.day(NEXT);
    await desk.showCard("1!A1");
    const value = desk.card("1!A1").locator(".report-value", { hasText: new RegExp(`^${String(ended)}$`) });
    await value.waitFor();
  });
});

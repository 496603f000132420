import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import type { StandingAnswer } from "#core/protocol/standings.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { A_REASON, deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";
import { addressIn, WorkbenchPage } from "./workbench-page.ts";

const STATEMENT = "签到表已经补充上传，请复核";
const RULING = "经核对材料按实际情况裁定";

/** Every step by the mouse and keyboard of who takes it; the service is only asked what it then holds. */
describe("a ledger from template to standing, in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let desks: Readonly<Record<"owner" | "peer" | "leader" | "deputy", LedgerDesk>>;
  let templateId: string;
  let ledger: string;

  before(async () => {
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    ({ templateId } = await publishTemplate(service, journeyTemplate()));
    await openStages(service, { level: "branch" });
    const [owner, peer, leader, deputy] = await Promise.all([
      deskOf(service, "b11-secretary"),
      deskOf(service, "b12-secretary"),
      deskOf(service, "g1-secretary"),
      deskOf(service, "g1-deputy"),
    ]);
    desks = { owner, peer, leader, deputy };
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  async function as(name: string, work: (page: WorkbenchPage) => Promise<void>): Promise<void> {
    const page = await WorkbenchPage.signIn(browser, service.url, name);
    try {
      await work(page);
    } finally {
      await page.close();
    }
  }
  const scoreOf = async (row: string, desk: LedgerDesk = desks.owner) =>
    addressIn(await desk.open(ledger), { sheet: "quantitative", row, column: "score" });
  const statusOf = async () => (await desks.owner.item(ledger, "q1")).state.entries.at(-1)?.status;

  it("L2 L5 L6 copy-new, evidence, self score", async () => {
    await as("b11-secretary", async (workbench) => {
      const { page } = workbench;
      await page.getByRole("button", { name: "复制新增" }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.locator(".copy-new-list button").first().click();
      await dialog.getByRole("button", { name: "建立台账" }).click();
      await dialog.waitFor({ state: "detached" });
      await page.locator(".ledger-screen").waitFor();
      await page.locator(".ledger-waiting").waitFor({ state: "detached" });
      ledger = (await desks.owner.list("?relation=own")).ledgers[0]?.id ?? assert.fail("no ledger was made");
      for (const row of ["q1", "q2", "q3", "q4"]) {
        await workbench.go(await scoreOf(row));
        await workbench.upload(`${row}记录.txt`);
      }
      await workbench.untilShown(await scoreOf("q1"), "10.00");
      await workbench.type(await scoreOf("q1"), "9.5");
      await workbench.send(1);
    });
    assert.equal((await desks.owner.open(ledger)).totals.quantitativeSum, "49.50");
  });

  it("L7 L8 a peer challenges, the owner contests and escalates", async () => {
    await as("b12-secretary", async (workbench) => {
      await workbench.openLedger();
      await workbench.go(await scoreOf("q1", desks.peer));
      await workbench.act("证伪（改分）", { score: "6", reason: A_REASON });
    });
    assert.equal(await statusOf(), "challenged");
    await as("b11-secretary", async (workbench) => {
      await workbench.openLedger();
      await workbench.go(await scoreOf("q1"));
      await workbench.act("提出异议", { reason: STATEMENT });
      await workbench.go(await scoreOf("q1"));
      await workbench.act("提交裁定");
    });
    assert.equal(await statusOf(), "escalated");
  });

  it("L9 a leader rules and the item is locked", async () => {
    await as("g1-secretary", async (workbench) => {
      await workbench.openLedger();
      await workbench.go(await scoreOf("q1", desks.leader));
      await workbench.act("裁定（定分）", { score: "8", reason: RULING });
    });
    assert.equal(await statusOf(), "ruled");
    await as("b11-secretary", async (workbench) => {
      await workbench.openLedger();
      await workbench.type(await scoreOf("q1"), "10");
      await workbench.page.getByText("这一格不能填写。").first().waitFor();
    });
    assert.equal((await desks.owner.open(ledger)).totals.quantitativeSum, "48.00");
  });

  const RATERS = [
    { name: "b11-secretary", desk: "owner", column: "rating.self", scores: ["45", "40"] },
    { name: "b12-secretary", desk: "peer", column: "rating.peer", scores: ["40", "42.5"] },
    { name: "g1-secretary", desk: "leader", column: "rating.leader", scores: ["44", "41"] },
  ] as const;
  for (const { name, desk, column, scores } of RATERS) {
    it(`L11 ${desk} rates every qualitative item`, async () => {
      await as(name, async (workbench) => {
        await workbench.openLedger();
        await workbench.showTab("定性测评");
        const view = await desks[desk].open(ledger);
        for (const [index, row] of ["l1", "l2"].entries()) {
          await workbench.type(addressIn(view, { sheet: "qualitative", row, column }), scores[index] ?? "");
        }
        await workbench.send(2);
      });
    });
  }

  it("L13 the total in the sheet is the service's, to the last digit", async () => {
    const view = await desks.leader.open(ledger);
    await as("g1-secretary", async (workbench) => {
      await workbench.openLedger();
      await workbench.showTab("考核得分");
      await workbench.untilShown(
        addressIn(view, { sheet: "totals", row: "#figure:total", column: "value" }),
        view.totals.total,
      );
    });
  });

  it("L17 the standing shows it, and a click opens the ledger", async () => {
    const { total } = (await desks.leader.open(ledger)).totals;
    const query = `year=2026&level=branch&templateId=${templateId}&unitId=${unitIdOf("g1")}`;
    const standing = await desks.leader.client.ask<StandingAnswer>("GET", `/standings?${query}`);
    assert.deepEqual(
      standing.rows.map((row) => [row.rank, row.ledgerId, row.total]),
      [[1, ledger, total]],
    );
    await as("g1-secretary", async (workbench) => {
      await workbench.page.getByRole("button", { name: "排名", exact: true }).click();
      await workbench.page.getByRole("button", { name: "打开台账" }).waitFor();
      await workbench.page.waitForTimeout(1_500);
      await workbench.go("C5");
      await workbench.page.getByRole("button", { name: "打开台账" }).click();
      await workbench.page.locator(".ledger-value").waitFor();
    });
  });
});

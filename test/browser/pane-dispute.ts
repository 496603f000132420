import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { StandingAnswer } from "#core/protocol/standings.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { qualitative, quantitative } from "#test/journeys/edit-script.ts";
import { A_REASON, deskOf, type LedgerDesk } from "#test/journeys/ledger-desk.ts";
import type { OpensPaneDesk, PaneDesk } from "./pane-desk.ts";
import type { PanePage } from "./pane-page.ts";
import { openPaneWorld, type PaneWorld } from "./pane-world.ts";

const SCORE = quantitative("q1", "score");
const CHALLENGE = "证伪（改分）";
const STATEMENT = "签到表已经补充上传，请复核";
const RULING = "经核对材料按实际情况裁定";
const OWNER = "b11-secretary";
const PEER = "b12-secretary";
const LEADER = "g1-secretary";
const RATES = [
  { name: OWNER, column: "rating.self", scores: [45, 40] },
  { name: PEER, column: "rating.peer", scores: [40, 42.5] },
  { name: LEADER, column: "rating.leader", scores: [44, 41] },
] as const;
const figure = (name: string): CellKeys => ({ sheet: "totals", row: `#figure:${name}`, column: "value" });

/** Owner, peer and leader, each with a workbook and a pane of his own. */
export function describePaneDispute(program: string, openDesk: OpensPaneDesk): void {
  describe(`the pane in ${program}: a dispute`, function () {
    this.timeout(240_000);
    let world: PaneWorld;
    let owner: LedgerDesk;
    let leader: LedgerDesk;
    const desks = new Map<string, readonly [PaneDesk, PanePage]>();

    before(async function () {
      this.timeout(240_000);
      world = await openPaneWorld();
      [owner, leader] = await Promise.all([deskOf(world.service, OWNER), deskOf(world.service, LEADER)]);
      await owner.attach(world.ledger, "q1", { name: "会议记录.txt", text: "三月支部党员大会会议记录" });
    });
    after(async () => {
      for (const [desk] of desks.values()) await desk.close();
      await world.close();
    });

    const standing = async () => (await owner.item(world.ledger, "q1")).state.entries.at(-1);
    const standingScore = async () => Number((await standing())?.score);

    /** The desk of whoever acts now, with the newest state in his workbook. */
    async function at(name: string): Promise<readonly [PaneDesk, PanePage]> {
      const known = desks.get(name);
      if (known) {
        const [{ hands }, pane] = known;
        await pane.refresh();
        await pane.until(async () => (await hands.cell(SCORE)).value === (await standingScore()), `news for ${name}`);
        return known;
      }
      const desk = await openDesk({ browser: world.browser, url: world.service.url });
      const pane = await desk.open();
      desks.set(name, [desk, pane]);
      await pane.signIn(name);
      await pane.openLedger();
      return [desk, pane];
    }

    it("L7 a peer challenges on the evidence, told that he answers for it, and not without a reason that says something", async () => {
      const [desk, pane] = await at(PEER);
      const { page } = pane;
      await desk.hands.select(quantitative("q2", "score"));
      await pane.tab("单元格");
      await page.getByRole("heading", { level: 3, name: "1.2" }).waitFor();
      assert.equal(
        await page.getByRole("button", { name: CHALLENGE }).count(),
        0,
        "nothing to read, nothing to challenge",
      );
      await desk.hands.select(SCORE);
      await page.getByRole("button", { name: CHALLENGE }).click();
      const dialog = page.getByRole("dialog", { name: CHALLENGE });
      const confirm = dialog.getByRole("button", { name: "确定" });
      await dialog.getByText("谁更改他人得分，谁对更改负责").waitFor();
      await dialog.getByLabel("新分值").fill("6");
      await dialog.getByLabel("理由").fill("不同意");
      assert.equal(await confirm.getAttribute("aria-disabled"), "true");
      await dialog.getByLabel("我已核对，并对这次更改负责").check();
      await confirm.click();
      await dialog.getByRole("alert").waitFor();
      await pane.isFine("challenge refused");
      assert.equal((await standing())?.score, "10");
      await dialog.getByLabel("理由").fill(A_REASON);
      await confirm.click();
      await dialog.waitFor({ state: "detached" });
      const { status, score } = (await standing()) ?? {};
      assert.deepEqual([status, score], ["challenged", "6"]);
      await page.locator(".ledger-history q", { hasText: A_REASON }).waitFor();
      await pane.until(async () => (await desk.hands.cell(SCORE)).value === 6, "6 in the peer's sheet");
    });

    it("L7 L8 the owner is told, reads who and why on the cell, cannot overwrite it, contests and escalates", async () => {
      const [desk, pane] = await at(OWNER);
      await pane.tab("首页");
      await pane.said("待答复的证伪");
      const { prompt, value } = await desk.hands.cell(SCORE);
      assert.equal(value, 6);
      assert.match(prompt, new RegExp(`10 → 6\\n${A_REASON}`));
      assert.equal(await desk.hands.type(SCORE, 10), false);
      await desk.hands.select(SCORE);
      await pane.act("提出异议", { reason: STATEMENT });
      assert.equal((await standing())?.status, "contested");
      await pane.act("提交裁定");
      assert.equal((await standing())?.status, "escalated");
    });

    it("L9 the leader is told, and his ruling locks the item for both sides", async () => {
      const [desk, pane] = await at(LEADER);
      await pane.tab("首页");
      await pane.said("待裁定");
      await desk.hands.select(SCORE);
      await pane.act("裁定（定分）", { score: "8", reason: RULING });
      assert.equal((await standing())?.status, "ruled");
      for (const name of [OWNER, PEER]) {
        const [side] = await at(name);
        const ruled = await side.hands.cell(SCORE);
        assert.deepEqual([ruled.value, ruled.locked], [8, true], name);
        assert.match(ruled.prompt, new RegExp(RULING));
        assert.equal(await side.hands.type(SCORE, 9), false, name);
      }
    });

    it("L11 each rates in his own column and in no other", async () => {
      for (const { name, column, scores } of RATES) {
        const [desk, pane] = await at(name);
        for (const other of RATES.filter((rates) => rates.column !== column)) {
          const theirs = qualitative("l1", other.column);
          const open = (await desk.hands.has(theirs)) && !(await desk.hands.cell(theirs)).locked;
          assert.equal(open, false, `${name} ${other.column}`);
        }
        for (const [index, score] of scores.entries()) {
          assert.ok(await desk.hands.type(qualitative(`l${index + 1}`, column), score));
        }
        await pane.sendAll(2);
      }
    });

    it("L13 L17 sheet, service and standing agree to the last digit", async () => {
      const { totals } = await leader.open(world.ledger);
      for (const { name } of RATES) {
        const [desk, pane] = await at(name);
        // What the others rated is no peer's to know, and so no total either.
        const figures =
          name === PEER ? (["quantitative"] as const) : (["quantitative", "qualitative", "total"] as const);
        assert.equal(await desk.hands.has(figure("total")), name !== PEER);
        for (const part of figures) {
          const agrees = async () => (await desk.hands.cell(figure(part))).value === Number(totals[part]);
          await pane.until(agrees, `${name}'s ${part} is ${totals[part]}`);
        }
      }
      const { templateId } =
        (await leader.list("?year=2026")).ledgers.find(({ id }) => id === world.ledger) ?? assert.fail("not listed");
      const query = `year=2026&level=branch&templateId=${templateId}&unitId=${unitIdOf("g1")}`;
      const { rows } = await leader.client.ask<StandingAnswer>("GET", `/standings?${query}`);
      assert.deepEqual(
        rows.map(({ rank, ledgerId, total, challenges }) => ({ rank, ledgerId, total, challenges })),
        [{ rank: 1, ledgerId: world.ledger, total: totals.total, challenges: 1 }],
      );
    });
  });
}

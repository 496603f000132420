import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Duty, Notice } from "#core/protocol/ledgers.ts";
import type { StandingAnswer } from "#core/protocol/standings.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { journeyTemplate } from "./journey-template.ts";
import { A_REASON, codeOf, deskOf, openStages, publishTemplate, refusedWith, type LedgerDesk } from "./ledger-desk.ts";

const STATEMENT = "签到表已经补充上传";
const RULING = "经核对材料按实际情况裁定";

for (const db of ["sqlite", "postgres"] as const) {
  describe(`a ledger from template to standing, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let template: TemplateView;
    let owner: LedgerDesk;
    let peer: LedgerDesk;
    let leader: LedgerDesk;
    let deputy: LedgerDesk;
    let ledger: string;

    before(async () => {
      service = await startTestService({ db });
      template = await publishTemplate(service, journeyTemplate());
      await openStages(service, { level: "branch" });
      owner = await deskOf(service, "b11-secretary");
      peer = await deskOf(service, "b12-secretary");
      leader = await deskOf(service, "g1-secretary");
      deputy = await deskOf(service, "g1-deputy");
    });
    after(async () => {
      await service.close();
    });

    it("L2 L3 copy-new makes one ledger per owner, template and year; a second try, also at once, opens the first", async () => {
      const unitAccount = await deskOf(service, "b11");
      const [first, second, third] = await Promise.all([
        owner.copyNew(template),
        owner.copyNew(template),
        unitAccount.copyNew(template),
      ]);
      assert.equal(first, second);
      assert.equal(first, third);
      ledger = first;
      assert.equal((await owner.list("?relation=own")).total, 1);
    });

    it("L5 L6 the first file completes the item with its maximum; without evidence no score is taken", async () => {
      assert.equal(refusedWith(await owner.score(ledger, "q1", 8)), "score-needs-evidence");
      const attached = await owner.attach(ledger, "q1", { name: "会议记录（一）.txt", text: "三月支部党员大会记录" });
      assert.equal(attached.status, 201, attached.text);
      for (const item of ["q2", "q3", "q4"])
        await owner.attach(ledger, item, { name: "记录.txt", text: `材料 ${item}` });
      const item = await owner.item(ledger, "q1");
      assert.deepEqual([item.state.entries[0]?.score, item.completion], ["10", "complete"]);
      assert.deepEqual(
        (await peer.evidence(ledger, "q1")).map(({ fileName, preview, mayRemove }) => ({
          fileName,
          preview,
          mayRemove,
        })),
        [{ fileName: "会议记录（一）.txt", preview: "text", mayRemove: false }],
      );
    });

    it("L6 the owner scores; below the maximum is partly done", async () => {
      assert.deepEqual(await owner.score(ledger, "q1", 9.5), { result: "accepted", revision: 2 });
      assert.equal((await owner.item(ledger, "q1")).completion, "partial");
      assert.equal((await owner.open(ledger)).totals.quantitativeSum, "49.50");
    });

    it("L7 a peer challenges with a reason, and everybody who reads it sees old, new, who and why", async () => {
      assert.equal(refusedWith(await peer.score(ledger, "q1", 6)), "reason-required");
      assert.equal((await peer.score(ledger, "q1", [6, A_REASON])).result, "accepted");
      const { history, state } = await owner.item(ledger, "q1");
      assert.equal(state.entries.at(-1)?.status, "challenged");
      assert.match(history[0] ?? "", /9\.5 → 6\n会议记录缺少三次签到/);
      assert.match(history[0] ?? "", /建国/);
    });

    it("L8 the owner is told and cannot overwrite; he contests with a statement", async () => {
      const notices = await owner.client.ask<readonly Notice[]>("GET", "/notices");
      assert.deepEqual(
        notices.map(({ kind, item }) => [kind, item]),
        [["challenged", "q1"]],
      );
      const duties = await owner.client.ask<readonly Duty[]>("GET", "/duties");
      assert.ok(
        duties.some(({ kind, ledgerId, count }) => kind === "answer-challenge" && ledgerId === ledger && count === 1),
      );
      assert.equal(refusedWith(await owner.score(ledger, "q1", 10)), "item-challenged");
      assert.equal((await owner.handle(ledger, "q1", ["异议", STATEMENT])).result, "accepted");
    });

    it("L8 both sides and the leader talk; to others there is no thread", async () => {
      const path = `/ledgers/${ledger}/items/q1/talk`;
      await peer.client.ask("POST", path, { text: "请补充四月的签到表" });
      service.clock.pass({ seconds: 1 });
      await owner.client.ask("POST", path, { text: "已经补充" });
      const heard = await leader.client.ask<readonly { readonly text: string }[]>("GET", path);
      assert.deepEqual(
        heard.map(({ text }) => text),
        ["请补充四月的签到表", "已经补充"],
      );
      const member = await service.signIn("b11-m1");
      assert.equal(codeOf(await member.call("GET", path)), "forbidden");
    });

    it("L9 either side escalates; the leader's ruling locks the item for both", async () => {
      assert.equal((await owner.handle(ledger, "q1", "提交裁定")).result, "accepted");
      const duties = await leader.client.ask<readonly Duty[]>("GET", "/duties");
      assert.ok(duties.some(({ kind, ledgerId }) => kind === "rule" && ledgerId === ledger));
      assert.equal((await leader.score(ledger, "q1", [8, RULING])).result, "accepted");
      assert.equal(refusedWith(await owner.score(ledger, "q1", 10)), "item-ruled");
      assert.equal(refusedWith(await peer.score(ledger, "q1", [5, A_REASON])), "item-ruled");
      assert.equal(codeOf(await owner.attach(ledger, "q1", { name: "补充.txt", text: "补充" })), "item-ruled");
      assert.deepEqual((await owner.item(ledger, "q1")).handling, []);
    });

    it("A0 L11 there is one self score, whichever of the owner's accounts fills it", async () => {
      const unitAccount = await deskOf(service, "b11");
      await unitAccount.rate(ledger, "self", { l1: 30 });
      const seen = (await owner.open(ledger)).ratings.find(
        ({ item, raterClass }) => item === "l1" && raterClass === "self",
      );
      assert.deepEqual(seen?.own, { score: "30", revision: 1, mayRate: true });
      await owner.rate(ledger, "self", { l1: 31 });
      assert.equal((await unitAccount.open(ledger)).totals.qualitativeItems[0]?.means["self"], "31.00");
    });

    it("L11 self, a peer and two leaders rate; each sees what is his to see", async () => {
      assert.deepEqual(
        (await owner.rate(ledger, "self", { l1: 45, l2: 40 })).map(({ result }) => result),
        ["accepted", "accepted"],
      );
      assert.deepEqual(
        (await peer.rate(ledger, "peer", { l1: 40, l2: "４２.５" })).map(({ result }) => result),
        ["accepted", "accepted"],
      );
      await leader.rate(ledger, "leader", { l1: 44, l2: 46 });
      await deputy.rate(ledger, "leader", { l1: 47, l2: 43 });
      assert.deepEqual((await owner.rate(ledger, "peer", { l1: 50 })).map(refusedWith), ["forbidden"]);
      const seen = async (desk: LedgerDesk) => {
        const { ratings, totals, viewer } = await desk.open(ledger);
        return {
          viewer,
          others: ratings.flatMap(({ others }) => others).length > 0,
          means: totals.qualitativeItems[0]?.means,
        };
      };
      const means = { self: "45.00", peer: "40.00", leader: "45.50" };
      assert.deepEqual(await seen(owner), { viewer: "owner", others: false, means });
      assert.deepEqual(await seen(peer), { viewer: "peer", others: false, means: {} });
      assert.deepEqual(await seen(leader), { viewer: "leader", others: true, means });
    });

    it("L13 the total follows from the figures that are shown", async () => {
      const { totals } = await owner.open(ledger);
      // l1: 45 x 0.2 + 40 x 0.3 + 45.5 x 0.5 = 43.75; l2: 40 x 0.2 + 42.5 x 0.3 + 44.5 x 0.5 = 43.
      assert.deepEqual(
        [
          totals.quantitativeSum,
          totals.quantitative,
          totals.qualitativeSum,
          totals.qualitative,
          totals.total,
          totals.grade,
        ],
        ["48.00", "33.60", "86.75", "26.03", "59.63", "合格"],
      );
    });

    it("L17 the standing ranks it; who may not read every ledger sees his own place once it is published", async () => {
      await peer.copyNew(template);
      const query = `templateId=${template.templateId}&level=branch&year=2026&unitId=${unitIdOf("c")}`;
      const other = await deskOf(service, "b21-secretary");
      await other.copyNew(template);
      const officer = await service.signIn("officer");
      const whole = await officer.ask<StandingAnswer>("GET", `/standings?${query}`);
      assert.deepEqual(
        whole.rows.map(({ rank, total }) => [rank, total]),
        [
          [1, "59.63"],
          [2, "0.00"],
          [2, "0.00"],
        ],
      );
      assert.deepEqual(
        [whole.view, whole.rows[0]?.ledgerId, whole.rows[0]?.challenges, whole.rows[0]?.completeness],
        ["whole", ledger, 1, "3/4"],
      );
      assert.equal((await owner.client.refusal("GET", `/standings?${query}`)).code, "standing-not-published");
      await officer.ask("POST", "/standings/publication", {
        templateId: template.templateId,
        level: "branch",
        year: 2026,
        unitId: unitIdOf("c"),
      });
      const own = await owner.client.ask<StandingAnswer>("GET", `/standings?${query}`);
      assert.deepEqual([own.view, own.of, own.rows.length, own.rows[0]?.rank], ["own", 3, 1, 1]);
    });

    it("W9 every earlier value of the score is there, newest first, with who, when and why", async () => {
      const record = encodeURIComponent(`ledger:${ledger}/q1`);
      const rows = await peer.client.ask<
        readonly { readonly action: string; readonly value: string; readonly reason: string }[]
      >("GET", `/ledgers/${ledger}/history?record=${record}&field=score`);
      assert.deepEqual(
        rows.map(({ action, value, reason }) => [action, value, reason]),
        [
          ["score", "8", RULING],
          ["escalate", "6", ""],
          ["contest", "6", STATEMENT],
          ["score", "6", A_REASON],
          ["score", "9.5", ""],
          ["attach-evidence", "10", "会议记录（一）.txt"],
        ],
      );
    });

    it("A15 the audit chain holds everything that was done", async () => {
      assert.equal((await service.services.store.verifyChain()).code, "intact");
    });
  });
}

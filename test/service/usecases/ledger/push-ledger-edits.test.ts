import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import {
  A_REASON,
  codeOf,
  deskOf,
  openStages,
  publishTemplate,
  refusedWith,
  type LedgerDesk,
} from "#test/journeys/ledger-desk.ts";

for (const db of ["sqlite", "postgres"] as const) {
  describe(`pushing edits, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let template: TemplateView;
    let owner: LedgerDesk;
    let unitAccount: LedgerDesk;
    let peer: LedgerDesk;
    let leader: LedgerDesk;
    let ledger: string;

    before(async () => {
      service = await startTestService({ db });
      template = await publishTemplate(service, journeyTemplate());
      await openStages(service, { level: "branch" });
      owner = await deskOf(service, "b11-secretary");
      unitAccount = await deskOf(service, "b11");
      peer = await deskOf(service, "b12-secretary");
      leader = await deskOf(service, "g1-secretary");
      ledger = await owner.copyNew(template);
      for (const item of ["q1", "q2", "q3"]) await owner.attach(ledger, item, { name: "记录.txt", text: "材料" });
    });
    after(async () => {
      await service.close();
    });

    const scoreOf = async (item: string) => (await owner.item(ledger, item)).state.entries.at(-1)?.score;

    const cases: readonly (readonly [typed: PushEdit["value"], code: AnyRefusal["code"]])[] = [
      ["优", "score-not-a-number"],
      ["", "score-not-a-number"],
      [null, "score-not-a-number"],
      ["95%", "score-not-a-number"],
      ["1e1", "score-not-a-number"],
      ["1,5", "score-not-a-number"],
      ["=1+1", "score-not-a-number"],
      [true, "score-not-a-number"],
      [-1, "score-out-of-range"],
      ["10.01", "score-out-of-range"],
      [1e21, "score-not-a-number"],
      [7.123, "score-too-many-decimals"],
    ];
    for (const [typed, code] of cases) {
      it(`L6 ${JSON.stringify(typed)} is refused: ${code}, and the old value stays`, async () => {
        const old = await scoreOf("q1");
        assert.equal(refusedWith(await owner.score(ledger, "q1", typed)), code);
        assert.equal(await scoreOf("q1"), old);
      });
    }

    it("L12 a level that the kind does not have is refused", async () => {
      assert.equal(refusedWith(await owner.score(ledger, "q3", 7)), "score-not-in-steps");
    });

    it("L6 full-width digits are understood", async () => {
      assert.equal((await owner.score(ledger, "q1", "７．５")).result, "accepted");
      assert.equal(await scoreOf("q1"), "7.5");
    });

    it("W3 each edit stands alone: some accepted, some refused, in the order they were sent", async () => {
      const edits: readonly PushEdit[] = [
        await owner.scoreEdit(ledger, "q2", 18),
        { record: `ledger:${ledger}/nothing`, field: "score", baseRevision: 0, value: 1 },
        { record: `ledger:${ledger}/q2`, field: "text.task", baseRevision: 0, value: "每月开展一次" },
        { record: `ledger:${ledger}/q2`, field: "maximum", baseRevision: 0, value: 99 },
        { record: `ledger:${ledger}`, field: "name", baseRevision: 1, value: "机关第一党支部 2026 年台账" },
        { record: "person:1", field: "score", baseRevision: 0, value: 1 },
      ];
      const { outcomes, change } = await owner.push(ledger, edits);
      const short = outcomes.map((outcome) => (outcome.result === "refused" ? outcome.refusal.code : outcome.result));
      assert.deepEqual(short, ["accepted", "unknown-item", "accepted", "unknown-field", "accepted", "not-found"]);
      assert.ok(change > 0);
    });

    it("W3 what changed since the base is a conflict with the other's value, name and time", async () => {
      const stale = await unitAccount.scoreEdit(ledger, "q2", 12);
      assert.equal((await owner.score(ledger, "q2", 15)).result, "accepted");
      const outcome = await unitAccount.pushOne(ledger, stale);
      assert.deepEqual(outcome, {
        ...{ result: "conflict", theirs: "15", revision: stale.baseRevision + 1 },
        ...{ who: owner.client.me.personName, at: service.clock.now() },
      });
      assert.equal(await scoreOf("q2"), "15");
    });

    it("W3 what both typed alike is no conflict", async () => {
      const stale = await unitAccount.scoreEdit(ledger, "q2", 16);
      await owner.score(ledger, "q2", 16);
      assert.equal((await unitAccount.pushOne(ledger, stale)).result, "unchanged");
    });

    it("W3 two at once: one is accepted, the other is told", async () => {
      const edits = [await owner.scoreEdit(ledger, "q2", 17), await unitAccount.scoreEdit(ledger, "q2", 18)] as const;
      const outcomes = await Promise.all([owner.pushOne(ledger, edits[0]), unitAccount.pushOne(ledger, edits[1])]);
      assert.deepEqual(outcomes.map(({ result }) => result).toSorted(), ["accepted", "conflict"]);
      const winner = outcomes[0].result === "accepted" ? "17" : "18";
      assert.equal(await scoreOf("q2"), winner);
    });

    it("W3 the same push again, one after the other or at once, gives the first answer and changes nothing", async () => {
      const edits = [await owner.scoreEdit(ledger, "q2", 11)];
      const answers: readonly PushAnswer[] = await Promise.all(
        [1, 2, 3].map(() => owner.push(ledger, edits, "the-same-key")),
      );
      const { revision } = await owner.item(ledger, "q2");
      assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
      assert.deepEqual(await owner.push(ledger, edits, "the-same-key"), answers[0]);
      assert.equal((await owner.item(ledger, "q2")).revision, revision);
    });

    it("W3 the same key with another body is refused; another account's key is its own", async () => {
      const edits = [await owner.scoreEdit(ledger, "q2", 10)];
      await owner.push(ledger, edits, "key-of-mine");
      const other = { key: "key-of-mine", edits: [{ ...edits[0], value: 9 }] };
      assert.equal((await owner.client.refusal("POST", `/ledgers/${ledger}/push`, other)).code, "push-key-reused");
      assert.equal(
        (await unitAccount.push(ledger, [await unitAccount.scoreEdit(ledger, "q2", 8)], "key-of-mine")).outcomes[0]
          ?.result,
        "accepted",
      );
    });

    it("L8 a score and a handling of one item in one push are both refused: neither was judged by the state its officer saw", async () => {
      const score = await owner.scoreEdit(ledger, "q2", 5);
      const handling = { ...score, field: "handling", value: "接受" };
      const { outcomes } = await owner.push(ledger, [score, handling]);
      assert.deepEqual(outcomes.map(refusedWith), ["one-change-per-item", "one-change-per-item"]);
    });

    it("A9 L14.6 another unit's ledger answers like one that does not exist, in path and in record", async () => {
      const stranger = await deskOf(service, "b21-secretary");
      const edits = [{ record: `ledger:${ledger}/q1`, field: "score", baseRevision: 0, value: 1 }];
      const foreign = await stranger.client.call("POST", `/ledgers/${ledger}/push`, {
        body: { key: "key-12345", edits },
      });
      const missing = await stranger.client.call("POST", "/ledgers/led_nothing/push", {
        body: { key: "key-12345", edits },
      });
      assert.deepEqual([foreign.status, foreign.text], [missing.status, missing.text]);
      const own = await stranger.copyNew(template);
      const nothing = { ...edits[0], record: "ledger:led_nothing/q1" } as PushEdit;
      const { outcomes } = await stranger.push(own, [edits[0] as PushEdit, nothing]);
      assert.deepEqual(outcomes, [
        { result: "refused", refusal: { code: "not-found" } },
        { result: "refused", refusal: { code: "not-found" } },
      ]);
    });

    it("L14 who may read but not score is refused as such", async () => {
      const member = await deskOf(service, "b11-m1");
      assert.equal(refusedWith(await member.score(ledger, "q1", [3, A_REASON])), "forbidden");
      assert.equal(
        refusedWith(
          await leader.pushOne(ledger, { record: `ledger:${ledger}`, field: "name", baseRevision: 1, value: "x" }),
        ),
        "forbidden",
      );
    });

    it("A9 a read-only account reads and is refused everything that writes", async () => {
      const reader = await deskOf(service, "g1-reader");
      assert.equal((await reader.open(ledger)).ledgerId, ledger);
      const body = { key: "key-12345", edits: [await reader.scoreEdit(ledger, "q1", 3)] };
      assert.equal((await reader.client.refusal("POST", `/ledgers/${ledger}/push`, body)).code, "read-only");
      assert.equal(
        (await reader.client.refusal("POST", "/ledgers", { templateVersionId: template.versionId })).code,
        "read-only",
      );
    });

    it("L10 L8 new evidence tells the challenger; accepting settles it with him", async () => {
      assert.equal((await peer.score(ledger, "q3", [5, A_REASON])).result, "accepted");
      await owner.attach(ledger, "q3", { name: "补充材料.txt", text: "补充" });
      assert.equal((await owner.handle(ledger, "q3", "接受")).result, "accepted");
      const kinds = await noticesOf(peer);
      assert.deepEqual(kinds, ["accepted", "new-evidence"]);
      assert.equal(refusedWith(await peer.score(ledger, "q3", [0, A_REASON])), "already-settled");
    });

    it("L15 outside a stage its actions are refused with the dates", async () => {
      await openStages(service, {
        level: "branch",
        filling: ["2026-01-01", "2026-05-31"],
        peer: ["2026-07-01", "2026-07-31"],
        baseRevision: 1,
      });
      const refused = await owner.score(ledger, "q2", 4);
      const facts = { stages: ["filling"], opens: "2026-01-01", closes: "2026-05-31" };
      assert.deepEqual(refused, { result: "refused", refusal: { code: "outside-window", ...facts } });
      const { items, stateText } = await owner.open(ledger);
      assert.equal(
        items.some((item) => item.mayScore || item.mayReword),
        false,
      );
      assert.match(stateText, /填报 2026-01-01～2026-05-31/);
    });

    it("L15 an extension opens the stage again for that unit alone", async () => {
      const extension = {
        unitId: unitIdOf("b11"),
        level: "branch",
        year: 2026,
        stage: "filling",
        to: "2026-06-30",
        reason: "材料较多，准予延期",
      };
      assert.equal((await peer.client.refusal("POST", "/windows/extensions", extension)).code, "forbidden");
      await leader.client.ask("POST", "/windows/extensions", extension);
      assert.equal((await owner.score(ledger, "q2", 4)).result, "accepted");
      const other = await peer.copyNew(template);
      assert.equal(
        refusedWith(
          await peer.pushOne(other, { record: `ledger:${other}`, field: "name", baseRevision: 1, value: "y" }),
        ),
        "outside-window",
      );
    });

    it("L15 reopening what was closed needs a reason", async () => {
      const officer = await service.signIn("officer");
      const setting = {
        unitId: unitIdOf("c"),
        level: "branch",
        year: 2026,
        spans: { filling: { from: "2026-01-01", to: "2026-12-31" } },
      };
      await officer.ask("PUT", "/windows", { ...setting, baseRevision: 2, closed: true });
      assert.equal(
        (await officer.refusal("PUT", "/windows", { ...setting, baseRevision: 3, closed: false })).code,
        "reason-required",
      );
      await officer.ask("PUT", "/windows", {
        ...setting,
        baseRevision: 3,
        closed: false,
        reason: "个别支部材料需要补正",
      });
      assert.equal(
        (
          await officer.refusal("PUT", "/windows", {
            ...setting,
            baseRevision: 3,
            closed: false,
            reason: "再次调整阶段时间",
          })
        ).code,
        "changed-meanwhile",
      );
    });

    it("L2 an empty ledger disappears, one with scores is voided with a reason and takes nothing more", async () => {
      const path = `/ledgers/${ledger}`;
      assert.equal((await owner.client.refusal("DELETE", path)).code, "ledger-not-empty");
      await owner.client.ask("POST", `${path}/void`, { reason: "年中支部撤并，重新建账" });
      assert.equal(refusedWith(await owner.score(ledger, "q2", 3)), "ledger-voided");
      assert.equal(codeOf(await owner.attach(ledger, "q2", { name: "a.txt", text: "a" })), "ledger-voided");
      assert.equal((await owner.list("?relation=own")).total, 0);
      assert.equal((await owner.list("?relation=own&includeVoided=true")).total, 1);
      const next = await owner.copyNew(template);
      assert.notEqual(next, ledger);
      await owner.client.ask("DELETE", `/ledgers/${next}`);
      assert.equal((await owner.client.refusal("GET", `/ledgers/${next}`)).code, "not-found");
    });

    async function noticesOf(desk: LedgerDesk): Promise<readonly string[]> {
      return (await desk.client.ask<readonly { readonly kind: string }[]>("GET", "/notices"))
        .map(({ kind }) => kind)
        .toSorted();
    }
  });
}

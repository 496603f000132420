import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { PushEdit } from "#core/protocol/push.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import {
  A_REASON,
  deskOf,
  openStages,
  publishTemplate,
  refusedWith,
  type LedgerDesk,
} from "#test/journeys/ledger-desk.ts";

/** Refusals that nobody meets on the straight way, met over HTTP as a client meets them. */
describe("refusals beside the straight way, over HTTP", () => {
  let service: TestService;
  let owner: LedgerDesk;
  let peer: LedgerDesk;
  let leader: LedgerDesk;
  let ledger: string;

  before(async () => {
    service = await startTestService();
    const template = await publishTemplate(service, journeyTemplate({ level: "member" }));
    await openStages(service, { level: "member" });
    owner = await deskOf(service, "b11-m1");
    peer = await deskOf(service, "b11-m2");
    leader = await deskOf(service, "b11-secretary");
    ledger = await owner.copyNew(template);
    for (const item of ["q1", "q2"]) await owner.attach(ledger, item, { name: "记录.txt", text: `材料 ${item}` });
  });
  after(async () => {
    await service.close();
  });

  const textEdit = (field: string, value: string): PushEdit => ({
    record: `ledger:${ledger}/q1`,
    field,
    baseRevision: 0,
    value,
  });

  it("L7 a peer needs evidence, a reason and the acknowledgement", async () => {
    assert.equal(refusedWith(await peer.score(ledger, "q4", [1, A_REASON])), "score-needs-evidence");
    const { acknowledged: _told, ...unaware } = await peer.scoreEdit(ledger, "q1", [5, A_REASON]);
    assert.equal(refusedWith(await peer.pushOne(ledger, unaware)), "acknowledgement-required");
    assert.equal(refusedWith(await peer.score(ledger, "q1", 5)), "reason-required");
  });

  it("L8 L9 handles only what stands as it must, and only by whom it is for", async () => {
    assert.equal(refusedWith(await owner.handle(ledger, "q1", "接受")), "not-challenged");
    assert.equal(refusedWith(await leader.handle(ledger, "q1", ["重新开启", A_REASON])), "not-ruled");
    assert.equal((await peer.score(ledger, "q1", [5, A_REASON])).result, "accepted");
    assert.equal(refusedWith(await owner.handle(ledger, "q1", "提交裁定")), "not-contested");
    assert.equal((await owner.handle(ledger, "q1", ["异议", "签到表已经补充上传"])).result, "accepted");
    assert.equal(refusedWith(await owner.score(ledger, "q1", 9)), "item-contested");
    assert.equal(refusedWith(await owner.handle(ledger, "q1", "撤回")), "forbidden");
    assert.equal(refusedWith(await peer.score(ledger, "q1", [5, A_REASON])), "score-unchanged");
  });

  it("L2 rewords what the template allows, not without end, and no other column", async () => {
    const long = await owner.pushOne(ledger, textEdit("text.task", "很".repeat(9_000)));
    assert.equal(refusedWith(long), "text-too-long");
    assert.equal(refusedWith(await owner.pushOne(ledger, textEdit("text.nothing", "文字"))), "unknown-field");
    assert.equal(refusedWith(await peer.pushOne(ledger, textEdit("text.task", "文字"))), "forbidden");
    assert.equal(refusedWith(await owner.pushOne(ledger, textEdit("maximum", "99"))), "unknown-field");
  });

  it("W2 an edit in a foreign or missing ledger answers the same, edit by edit", async () => {
    const foreign = { ...textEdit("text.task", "文字"), record: "ledger:nothing-has-this-id/q1" };
    assert.equal(refusedWith(await owner.pushOne(ledger, foreign)), "not-found");
    const unknown = { ...textEdit("score", "1"), record: `ledger:${ledger}/q99` };
    assert.equal(refusedWith(await owner.pushOne(ledger, unknown)), "unknown-item");
  });
});

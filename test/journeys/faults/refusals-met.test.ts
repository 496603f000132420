import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { PushEdit } from "#core/protocol/push.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { aSection, anItem } from "#test/builders/ledger-template.ts";
import { postIdOf } from "#test/environment/small-organisation.ts";
import { importBytes, OfficerWorkbook } from "#test/journeys/officer-workbook.ts";
import {
  A_REASON,
  codeOf,
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

  it("L8 L9 leaves a challenge to whoever raised it, among the peers", async () => {
    const other = await deskOf(service, "g1-deputy");
    await other.client.ask("POST", "/session/post", { postId: postIdOf("g1-deputy", "member") });
    assert.equal(refusedWith(await other.handle(ledger, "q1", "撤回")), "not-your-challenge");
    assert.equal(refusedWith(await other.handle(ledger, "q1", "提交裁定")), "not-your-challenge");
  });

  it("L8 L10 an action of another role is refused by access already, before the item is looked at", async () => {
    assert.equal(refusedWith(await peer.handle(ledger, "q1", "接受")), "forbidden");
    assert.equal(refusedWith(await leader.handle(ledger, "q1", ["异议", "签到表已经补充上传"])), "forbidden");
    assert.equal(refusedWith(await leader.handle(ledger, "q1", "提交裁定")), "forbidden");
    assert.equal(refusedWith(await peer.handle(ledger, "q1", ["重新开启", A_REASON])), "forbidden");
    assert.equal(codeOf(await peer.attach(ledger, "q2", { name: "记录.txt", text: "不是本人的台账" })), "forbidden");
  });

  it("L5 L6 a file that is gone is missing: nobody can delete from an item without any", async () => {
    const [file] = await owner.evidence(ledger, "q2");
    assert.equal(codeOf(await peer.client.call("DELETE", `/evidence/${file?.id ?? ""}`)), "forbidden");
    await owner.client.ask("DELETE", `/evidence/${file?.id ?? ""}`);
    assert.deepEqual(await owner.evidence(ledger, "q2"), []);
    assert.equal(codeOf(await owner.client.call("DELETE", `/evidence/${file?.id ?? ""}`)), "not-found");
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

  it("L1 L2 a column that the template keeps to itself is not reworded", async () => {
    const columns = journeyTemplate().columns.map((column) => ({ ...column, rewordable: column.key === "task" }));
    const template = await publishTemplate(service, {
      ...journeyTemplate({ level: "member", name: "固定文字" }),
      columns,
    });
    const fixed = await owner.copyNew(template);
    const reworded = { ...textEdit("text.requirement", "自行放宽"), record: `ledger:${fixed}/q1` };
    assert.equal(refusedWith(await owner.pushOne(fixed, reworded)), "text-not-rewordable");
    assert.deepEqual((await owner.item(fixed, "q1")).texts, []);
  });

  it("W3 takes no more edits at once than a push may hold, out of a workbook neither", async () => {
    const keys = ["task", ...Array.from({ length: 15 }, (_, index) => `text${index}`)];
    const columns = keys.map((key) => ({ key, title: key, rewordable: true, width: 8 }));
    const items = Array.from({ length: 320 }, (_, index) =>
      anItem({ key: `i${index}`, number: `${index}`, texts: { task: "任务" } }),
    );
    const huge = {
      ...journeyTemplate({ level: "member", name: "很多文字" }),
      columns,
      sections: [aSection({ items })],
    };
    const many = await owner.copyNew(await publishTemplate(service, huge));
    const typed = items.flatMap(({ key }) =>
      keys.map((column) => ({ row: key, column: `text.${column}`, value: "改" })),
    );
    const workbook = (await OfficerWorkbook.export(owner.client, many)).type(typed);
    const answer = await importBytes(owner.client, many, { bytes: await workbook.bytes() });
    assert.deepEqual([answer.status, codeOf(answer)], [413, "too-many-edits"]);
    const edits = typed.map(({ row, column }) => ({ ...textEdit(column, "改"), record: `ledger:${many}/${row}` }));
    const pushed = await owner.client.call("POST", `/ledgers/${many}/push`, { body: { key: "too-many", edits } });
    assert.equal(codeOf(pushed), "bad-request");
    assert.deepEqual((await owner.item(many, "i0")).texts, []);
  }).timeout(60_000);
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ImportAnswer } from "#core/protocol/push.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { journeyTemplate } from "./journey-template.ts";
import { A_REASON, codeOf, deskOf, openStages, publishTemplate, type LedgerDesk } from "./ledger-desk.ts";
import { importBytes, OfficerWorkbook, roundTrip } from "./officer-workbook.ts";

const STATEMENT = "签到表已经补充上传";
const RULING = "经核对材料按实际情况裁定";

/** The same year twice, once through the pane and once through workbooks that travel. */
describe("a ledger through exported and imported workbooks", function () {
  this.timeout(240_000);
  let service: TestService;
  let template: TemplateView;
  let owner: LedgerDesk;
  let peer: LedgerDesk;
  let leader: LedgerDesk;
  let ledger: string;
  let other: string;

  before(async () => {
    service = await startTestService();
    template = await publishTemplate(service, journeyTemplate());
    const second = await publishTemplate(service, journeyTemplate({ name: "另一份台账" }));
    await openStages(service, { level: "branch" });
    owner = await deskOf(service, "b11-secretary");
    peer = await deskOf(service, "b12-secretary");
    leader = await deskOf(service, "g1-secretary");
    ledger = await owner.copyNew(template);
    other = await owner.copyNew(second);
    for (const id of [ledger, other]) {
      for (const item of ["q1", "q2"]) await owner.attach(id, item, { name: "记录.txt", text: "支部党员大会记录" });
    }
  });
  after(async () => {
    await service.close();
  });

  async function typeAll(desk: LedgerDesk, cells: Parameters<typeof roundTrip>[2]): Promise<void> {
    const answer = await roundTrip(desk.client, ledger, cells);
    assert.deepEqual(answer.problems, []);
    for (const cell of answer.cells) assert.equal(cell.outcome.result, "accepted", JSON.stringify(cell));
  }

  /** What the year led to, without what differs by nature: ids, times, revisions. */
  function outcomeOf(view: LedgerView): unknown {
    const items = view.items.map(({ key, texts, state, completion, handling }) => ({
      ...{ key, completion, handling, evidence: state.evidence },
      texts: texts.map(({ column, text }) => ({ column, text })),
      entries: state.entries.map(({ role, personId, score, reason, status, statement }) => ({
        role,
        personId,
        score,
        reason,
        status,
        statement,
      })),
    }));
    return {
      items,
      totals: view.totals,
      name: view.name.text,
      ratings: view.ratings.map(({ own }) => own?.score ?? null),
    };
  }

  it("W2a the same edits lead to the same state, score, wording, dispute, ruling and ratings alike", async () => {
    await typeAll(owner, [
      { row: "q1", column: "score", value: 9.5 },
      { row: "q2", column: "text.task", value: "每月开展主题党日活动" },
      { row: "l1", column: "rating.self", value: 45 },
    ]);
    await typeAll(peer, [
      { row: "q1", column: "score", value: 6 },
      { row: "q1", column: "reason", value: A_REASON },
      { row: "l1", column: "rating.peer", value: 40 },
    ]);
    await typeAll(owner, [
      { row: "q1", column: "handling", value: "异议" },
      { row: "q1", column: "reason", value: STATEMENT },
    ]);
    await typeAll(owner, [{ row: "q1", column: "handling", value: "提交裁定" }]);
    await typeAll(leader, [
      { row: "q1", column: "score", value: 8 },
      { row: "q1", column: "reason", value: RULING },
      { row: "l1", column: "rating.leader", value: 44 },
    ]);

    await owner.score(other, "q1", 9.5);
    const text = { record: `ledger:${other}/q2`, field: "text.task", baseRevision: 0, value: "每月开展主题党日活动" };
    await owner.pushOne(other, text);
    await owner.rate(other, "self", { l1: 45 });
    await peer.score(other, "q1", [6, A_REASON]);
    await peer.rate(other, "peer", { l1: 40 });
    await owner.handle(other, "q1", ["异议", STATEMENT]);
    await owner.handle(other, "q1", "提交裁定");
    await leader.score(other, "q1", [8, RULING]);
    await leader.rate(other, "leader", { l1: 44 });
    const name = {
      record: `ledger:${other}`,
      field: "name",
      baseRevision: 1,
      value: (await owner.open(ledger)).name.text,
    };
    await owner.pushOne(other, name);

    for (const desk of [owner, peer, leader]) {
      assert.deepEqual(outcomeOf(await desk.open(ledger)), outcomeOf(await desk.open(other)));
    }
  });

  it("W3 a dry run says what would happen and writes nothing", async () => {
    const before = await owner.open(ledger);
    const workbook = (await OfficerWorkbook.export(owner.client, ledger)).type([
      { row: "q2", column: "text.task", value: "每月一次主题党日" },
      { row: "q2", column: "score", value: 99 },
    ]);
    const bytes = await workbook.bytes();
    const dry = await importBytes(owner.client, ledger, { bytes, dryRun: true });
    const answer = dry.body as ImportAnswer;
    assert.deepEqual(
      answer.cells.map(({ outcome }) => outcome.result),
      ["accepted", "refused"],
    );
    assert.match(answer.cells[1]?.place.address ?? "", /^[A-Z]+\d+$/);
    assert.deepEqual((await owner.open(ledger)).items, before.items);
    const real = (await importBytes(owner.client, ledger, { bytes })).body as ImportAnswer;
    assert.deepEqual(real.cells, answer.cells);
  });

  it("W3 the same file again changes nothing twice and gets the first answer", async () => {
    const workbook = (await OfficerWorkbook.export(owner.client, ledger)).type([
      { row: "q2", column: "score", value: 13 },
    ]);
    const bytes = await workbook.bytes();
    const first = await importBytes(owner.client, ledger, { bytes });
    const { revision } = await owner.item(ledger, "q2");
    const again = await importBytes(owner.client, ledger, { bytes });
    assert.deepEqual(again.body, first.body);
    assert.equal((await owner.item(ledger, "q2")).revision, revision);
  });

  it("W3 what somebody changed after the export comes back as a conflict with his value", async () => {
    const workbook = await OfficerWorkbook.export(owner.client, ledger);
    assert.equal((await owner.score(ledger, "q2", 14)).result, "accepted");
    const sent = await importBytes(owner.client, ledger, {
      bytes: await workbook.type([{ row: "q2", column: "score", value: 15 }]).bytes(),
    });
    const [cell] = (sent.body as ImportAnswer).cells;
    assert.equal(cell?.outcome.result, "conflict");
    const { theirs, who } = cell.outcome;
    assert.deepEqual([theirs, who !== ""], ["14", true]);
    assert.equal((await owner.item(ledger, "q2")).state.entries.at(-1)?.score, "14");
  });

  it("W4 an overtyped formula and a changed locked cell are told; the rest is taken", async () => {
    const answer = await roundTrip(owner.client, ledger, [
      { row: "#total:quantitative", column: "score", value: 999 },
      { row: "q2", column: "maximum", value: 999 },
      { row: "q2", column: "score", value: 16 },
    ]);
    assert.deepEqual(
      new Set(answer.problems.map(({ code }) => code)),
      new Set(["formula-overtyped", "locked-cell-changed"]),
    );
    assert.deepEqual(
      answer.cells.map(({ outcome }) => outcome.result),
      ["accepted"],
    );
  });

  it("W2 a sheet without its keys stops the whole import", async () => {
    const workbook = await OfficerWorkbook.export(owner.client, ledger);
    const sheet = workbook.type([{ row: "q2", column: "score", value: 17 }]).book.worksheets[0];
    for (let row = 1; row <= 20; row += 1) if (sheet) sheet.getCell(row, 1).value = null;
    const sent = await importBytes(owner.client, ledger, { bytes: await workbook.bytes() });
    assert.equal(codeOf(sent), "sheet-stopped");
  });

  it("W3 a workbook of another ledger, of somebody who may not see it, or no workbook at all is refused", async () => {
    const bytes = await (await OfficerWorkbook.export(owner.client, ledger)).bytes();
    assert.equal(codeOf(await importBytes(owner.client, other, { bytes })), "workbook-of-another-ledger");
    const stranger = await service.signIn("b21-secretary");
    assert.equal(codeOf(await importBytes(stranger, ledger, { bytes })), "not-found");
    const text = new TextEncoder().encode("no workbook");
    assert.equal(codeOf(await importBytes(owner.client, ledger, { bytes: text })), "workbook-not-xlsx");
  });

  it("W7 a workbook of another service is refused", async () => {
    const elsewhere = await startTestService();
    try {
      const there = await publishTemplate(elsewhere, journeyTemplate());
      const desk = await deskOf(elsewhere, "b11-secretary");
      const bytes = await (await OfficerWorkbook.export(desk.client, await desk.copyNew(there))).bytes();
      assert.equal(codeOf(await importBytes(owner.client, ledger, { bytes })), "workbook-of-another-service");
    } finally {
      await elsewhere.close();
    }
  });
});

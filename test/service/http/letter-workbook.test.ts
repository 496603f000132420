import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { ReceiptsAnswer, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import { fillReceipt } from "#test/builders/letter-receipts.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { refusalOf, type HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

const TODAY = "2026-06-01";
const REASON = { reason: "寄往市卫健委党委" };

describe("letters as an exchange workbook", function () {
  this.timeout(240_000);
  let service: TestService;
  let g1: HttpClient;
  let g2: HttpClient;
  let letters: readonly string[];

  before(async () => {
    service = await startTestService();
    [g1, g2] = [await service.signIn("g1"), await service.signIn("g2")];
    const people: string[] = [];
    for (const serial of [1, 2, 3]) {
      const facts = { idNumber: anIdNumber(serial), name: `外转${String(serial)}` };
      people.push(await saveRecord(service.services, { id: `per_w${String(serial)}`, branch: "b11", facts }));
    }
    const to = { heading: "市卫健委党委", finallyTo: "市一院党委", province: false };
    const issued = await g1.ask<TransfersAnswer>("POST", "/records/transfers", {
      ...{ on: TODAY, reason: "工作调动" },
      rows: people.map((personId) => ({ personId, to, duesPaidUntil: "2026-05" })),
    });
    letters = issued.done.map(({ transferId }) => transferId);
  });
  after(() => service.close());

  async function sentOut(): Promise<ExcelJS.Workbook> {
    const response = await fetch(`${g1.url}/api/records/transfers/workbook`, {
      method: "POST",
      headers: { Authorization: `Bearer ${g1.token ?? ""}`, "Content-Type": "application/json" },
      body: JSON.stringify({ ...REASON, transfers: letters }),
    });
    assert.equal(response.status, 200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    return workbook;
  }
  async function comesBack(workbook: ExcelJS.Workbook, client = g1) {
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    return await client.call("POST", "/records/transfers/receipts", { bytes });
  }
  const belongs = async (id: string): Promise<boolean> => {
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(id)]));
    return person?.belongings.some(({ until }) => until === null) ?? false;
  };

  it("M12a A12 the letters go out in one workbook with full numbers, logged; the days filled in are the receipts", async () => {
    const workbook = await sentOut();
    const texts: string[] = [];
    workbook.getWorksheet("介绍信")?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    for (const text of ["2026-0001", "外转1", anIdNumber(1), "市卫健委党委", "市一院党委", "2026年5月"])
      assert.ok(texts.includes(text), text);
    fillReceipt(workbook, "外转1", "2026年6月1日");
    fillReceipt(workbook, "外转2", "六月初");
    const answer = (await comesBack(workbook)).body as ReceiptsAnswer;
    assert.deepEqual(
      [answer.done.map(({ row, transferId }) => [row, transferId]), answer.names],
      [[[0, letters[0]]], ["外转1", "外转2"]],
    );
    assert.deepEqual(answer.refused, [{ row: 1, refusal: { code: "value-not-a-day", given: "六月初" } }]);
    assert.deepEqual([await belongs("per_w1"), await belongs("per_w2"), await belongs("per_w3")], [false, true, true]);
  });

  it("M12a the same receipt twice changes nothing; strangers and other workbooks are turned away", async () => {
    const open = letters.slice(1);
    letters = open;
    const workbook = await sentOut();
    fillReceipt(workbook, "外转2", new Date("2026-06-01T00:00:00Z"));
    const foreign = (await comesBack(workbook, g2)).body as ReceiptsAnswer;
    assert.deepEqual([foreign.done, foreign.names, foreign.refused[0]?.refusal.code], [[], [""], "not-found"]);
    assert.equal(((await comesBack(workbook)).body as ReceiptsAnswer).done.length, 1);
    const again = (await comesBack(workbook)).body as ReceiptsAnswer;
    assert.deepEqual(
      [again.done, again.refused[0]?.refusal],
      [[], { code: "transfer-not-open", act: "receive", state: "received" }],
    );
    const bare = new ExcelJS.Workbook();
    bare.addWorksheet("介绍信").addRow(["姓名"]);
    assert.equal(refusalOf(await comesBack(bare)).code, "workbook-not-letters");
    const closed = await g1.refusal("POST", "/records/transfers/workbook", { ...REASON, transfers: letters });
    assert.equal(closed.code, "transfer-not-open");
  });
});

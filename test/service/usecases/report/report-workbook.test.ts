import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import { refusalOf, type Answer } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf } from "#test/environment/small-organisation.ts";
import { OfficerAtReport, YEAR_END } from "./officer-at-report.ts";
import { reportOf } from "./report-asking.ts";
import { EXPORTED_WHY, ReportFile } from "./report-file.ts";

const REASON = "两名党员的转入手续年底前补办";
/** Party members on the last day; filled by hand; a formula; another cell of the first one's row. */
const [TOTAL, MANUAL, FORMULA] = ["1!A16", "40!B1", "1!A2"];

describe("a report as a workbook that comes back", function () {
  this.timeout(240_000);
  let service: TestService;
  let officer: OfficerAtReport;
  before(async () => {
    service = await startTestService();
    officer = new OfficerAtReport(await service.signIn("g1"), "g1");
  });
  after(() => service.close());

  const send = (to: OfficerAtReport, bytes: Uint8Array<ArrayBuffer>, query = ""): Promise<Answer> =>
    to.client.call("POST", `${to.path}/import${query}`, {
      bytes,
      headers: { "Content-Type": "application/octet-stream" },
    });
  const taken = async (bytes: Uint8Array<ArrayBuffer>, query = ""): Promise<ReportImportAnswer> => {
    const answer = await send(officer, bytes, query);
    assert.equal(answer.status, 200, answer.text);
    return answer.body as ReportImportAnswer;
  };
  const shown = ({ cells }: ReportImportAnswer) =>
    cells.map(({ field, outcome }) => [field, outcome.result === "refused" ? outcome.refusal.code : outcome.result]);

  it("W7 numbers filled in elsewhere come back as a push; a forced one wants its reason beside it", async () => {
    const file = await ReportFile.export(officer);
    const value = Number(file.cell(TOTAL).value);
    file.cell(MANUAL).value = 3;
    file.cell(TOTAL).value = value + 1;
    const without = await taken(await file.bytes(), "?dryRun=true");
    assert.deepEqual(shown(without), [
      [TOTAL, "reason-required"],
      [MANUAL, "accepted"],
    ]);
    assert.equal((await officer.cell(MANUAL)).value, null, "a dry run writes nothing");
    file.cell(TOTAL, "reason").value = REASON;
    const bytes = await file.bytes();
    assert.deepEqual(shown(await taken(bytes)), [
      [TOTAL, "accepted"],
      [MANUAL, "accepted"],
    ]);
    assert.equal((await officer.cell(MANUAL)).value, 3);
    const forced = await officer.cell(TOTAL);
    assert.deepEqual([forced.value, forced.override?.generated, forced.override?.reason], [value + 1, value, REASON]);
    assert.deepEqual(shown(await taken(bytes)), [
      [TOTAL, "accepted"],
      [MANUAL, "accepted"],
    ]);
    assert.equal((await officer.cell(TOTAL)).revision, 1, "sent twice, written once");
  });

  it("W7 what was changed since the file was issued is a conflict, and a computed cell is told and not sent", async () => {
    const file = await ReportFile.export(officer);
    await officer.pushed(officer.edit(MANUAL, 5, { baseRevision: (await officer.cell(MANUAL)).revision ?? 0 }));
    file.cell(MANUAL).value = 4;
    file.cell(FORMULA).value = 99;
    const answer = await taken(await file.bytes());
    assert.deepEqual(shown(answer), [[MANUAL, "conflict"]]);
    assert.deepEqual(
      answer.problems.map(({ code }) => code),
      ["formula-overtyped"],
    );
    assert.equal((await officer.cell(MANUAL)).value, 5);
  });

  it("W7 words that go nowhere are told: a reason beside a number filled by hand, an explanation on the page of checks", async () => {
    const file = await ReportFile.export(officer);
    // 村委会委员 are filled by hand; other numbers of the row are counted.
    file.cell("5!H2").value = 7;
    file.cell("5!H2", "reason").value = "镇政府提供的数";
    const checks = file.book.worksheets.find((each) => each.getCell("A1").value === "#sheet:checks");
    assert.ok(checks);
    const column = (checks.getRow(1).values as unknown[]).indexOf("explanation");
    checks.getCell(8, column).value = "这里写的说明";
    const { problems } = await taken(await file.bytes(), "?dryRun=true");
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["reason-not-kept", "locked-cell-changed"],
    );
  });

  it("W7 a file refused while the report was handed over is taken after it came back", async () => {
    const file = await ReportFile.export(officer);
    const before = Number(file.cell(MANUAL).value);
    file.cell(MANUAL).value = before + 1;
    const bytes = await file.bytes();
    const { store, clock } = service.services;
    const submission: SubmissionRecord = {
      ...{ id: "sub_1", key: reportOf("g1", YEAR_END), number: 1, state: "submitted", submittedAt: clock.now() },
      ...{ accountId: accountIdOf("g1"), who: "机关党总支", change: 1, definition: "", values: {}, seenAt: null },
      ...{ decidedAt: null, decidedBy: "", decisionReason: "", printedOn: null, revision: 1 },
    };
    await store.write((tx) => tx.reports.insertSubmission(submission, new Uint8Array()));
    assert.deepEqual(shown(await taken(bytes)), [[MANUAL, "report-frozen"]]);
    await store.write((tx) => tx.reports.updateSubmission({ ...submission, state: "returned", revision: 2 }));
    assert.deepEqual(shown(await taken(bytes)), [[MANUAL, "accepted"]]);
    const { revision } = await officer.cell(MANUAL);
    assert.deepEqual(shown(await taken(bytes)), [[MANUAL, "accepted"]], "the first answer again");
    assert.deepEqual(
      [(await officer.cell(MANUAL)).value, (await officer.cell(MANUAL)).revision],
      [before + 1, revision],
    );
  });

  it("A13 whoever takes a report out is logged with reason and checksum, his account masked in the file", async () => {
    const file = await ReportFile.export(officer);
    assert.ok(file.book.worksheets.length >= 45);
    const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 100, record: officer.record }));
    const exported = entries.filter(({ action }) => action === "export");
    assert.ok(exported.length > 0);
    assert.equal(exported[0]?.why, EXPORTED_WHY);
  });

  it("W7 a book of another report, of another kind or of nothing at all is refused, and nothing is changed", async () => {
    const bytes = await (await ReportFile.export(officer)).bytes();
    const other = new OfficerAtReport(await service.signIn("c"), "c");
    assert.equal(refusalOf(await send(other, bytes)).code, "workbook-of-another-report");
    const stranger = new OfficerAtReport(await service.signIn("b11-secretary"), "g1");
    assert.equal(refusalOf(await send(stranger, bytes)).code, "not-found");
    const plain = new ExcelJS.Workbook();
    plain.addWorksheet("表").getCell("A1").value = 1;
    const foreign = new Uint8Array(await plain.xlsx.writeBuffer());
    assert.equal(refusalOf(await send(officer, foreign)).code, "workbook-not-a-report");
    assert.equal(refusalOf(await send(officer, new TextEncoder().encode("x"))).code, "workbook-not-xlsx");
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { AskAnswer, RecordFields } from "#core/protocol/records/records.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

describe("questions over HTTP", function () {
  this.timeout(240_000);
  let service: TestService;
  let g2: HttpClient;

  before(async () => {
    service = await startTestService();
    const sexes = ["1", "2", "2"];
    for (const [at, sex] of sexes.entries()) {
      const facts = { idNumber: anIdNumber(at + 1), name: `统计${String(at)}`, sex, nativePlace: "某县", remark: "问" };
      await saveRecord(service.services, { id: `per_q${String(at)}`, branch: at === 0 ? "b21" : "b22", facts });
    }
    g2 = await service.signIn("g2");
  });
  after(() => service.close());

  const address = (route: string, more: Readonly<Record<string, string>>): string =>
    `/records/questions/${route}?${new URLSearchParams({ unit: unitIdOf("g2"), condition: "备注 = 问", ...more }).toString()}`;
  const ask = async (more: Readonly<Record<string, string>> = {}): Promise<AskAnswer> =>
    await g2.ask<AskAnswer>("GET", address("answer", more));

  it("M22 a condition is counted, by one field and by two", async () => {
    assert.deepEqual(await ask(), { count: 3, table: null });
    const bySex = await ask({ rows: "性别" });
    assert.deepEqual(bySex.table, { rows: ["男", "女"], columns: [""], counts: [[1], [2]] });
    const both = await ask({ rows: "性别", columns: "所在党支部" });
    assert.deepEqual(both.table?.columns, ["基础第一党支部", "基础第二党支部"]);
    assert.deepEqual(both.table.counts, [
      [1, 0],
      [0, 2],
    ]);
    const english = await ask({ rows: "Sex", language: "en" });
    assert.deepEqual(english.table?.rows, ["male", "female"]);
  });

  it("M22 without a condition everybody is counted", async () => {
    const everybody = await g2.ask<AskAnswer>("GET", `/records/questions/answer?unit=${unitIdOf("g2")}`);
    assert.equal(everybody.count > 3, true);
  });

  it("M22 what cannot be read is refused with its place", async () => {
    const refusal = await g2.refusal("GET", address("answer", { condition: "性别 = 女 且 身高 > 3" }));
    assert.deepEqual(refusal, { code: "question-unreadable", at: 9, given: "身高", problem: "unknown-field" });
  });

  it("A12 M22 numbers by which somebody counts are masked", async () => {
    const { table } = await ask({ rows: "公民身份号码" });
    assert.equal(
      table?.rows.some((row) => /\d{8}/.test(row)),
      false,
    );
  });

  it("M22 A13 the answer leaves as a workbook with a reason, which is logged", async () => {
    const without = await g2.refusal("GET", address("output", {}));
    assert.equal(without.code, "bad-request");
    const file = await g2.call("GET", address("output", { rows: "性别", reason: "年度分析" }));
    assert.equal(file.status, 200);
    assert.match(
      decodeURIComponent(file.headers.get("content-disposition") ?? ""),
      /基础医学院党总支统计分析-.*\.xlsx/,
    );
    const auditor = await service.signIn("auditor");
    const audit = await auditor.call("GET", "/audit");
    assert.match(audit.text, /年度分析/);
  });

  it("M22 the fields a question may name come with the values of codes", async () => {
    const { fields, codes } = await g2.ask<RecordFields>("GET", "/records/fields");
    const sex = fields.find(({ key }) => key === "sex");
    assert.deepEqual(codes[sex?.codes ?? ""]?.map(({ label }) => label.zh).slice(0, 2), ["男", "女"]);
  });
});

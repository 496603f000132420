import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { CompareView, ReportCellCard } from "#core/protocol/report/report-tracing.ts";
import type { ReportSetInfo } from "#core/protocol/report/reports.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { deflatePacking } from "#service/population/deflate-packing.ts";
import { joinHead } from "#service/usecases/report/headed-bytes.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { FORM, OfficerAtReport, YEAR_END } from "./officer-at-report.ts";

const REASON = "两名党员的转入手续年底前补办";
const SAID = "学院合并，两个支部整体转入本单位";
/** Party members on the last day; filled by hand; a formula; a band against last year. */
const [TOTAL, MANUAL, FORMULA, BAND] = ["1!A16", "40!B1", "1!A2", "A-3.1"];

for (const db of ["sqlite", "postgres"] as const) {
  describe(`filling a report, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let officer: OfficerAtReport;
    let superior: OfficerAtReport;
    before(async () => {
      service = await startTestService({ db });
      officer = new OfficerAtReport(await service.signIn("g1"), "g1");
      superior = new OfficerAtReport(await service.signIn("c"), "g1");
      await addMember("lin", 11);
    });
    after(() => service.close());

    const addMember = (id: string, number: number): Promise<void> =>
      service.services.store.write(async (tx) => {
        await tx.people.insert([aKnownPerson({ id, unit: "b11", idNumber: anIdNumber("1990-03-05", number) })]);
        tx.record({
          ...{ at: service.clock.now(), accountId: accountIdOf("g1"), from: "test", action: "make" },
          ...{ record: `person:${id}`, outcome: "done", why: "", fields: [] },
        });
      });
    const putSubmission = (row: Partial<SubmissionRecord> & Pick<SubmissionRecord, "id" | "key">): Promise<boolean> =>
      service.services.store.write(async (tx) =>
        tx.reports.insertSubmission(
          {
            ...{ number: 1, state: "submitted", submittedAt: service.clock.now(), accountId: accountIdOf("g1") },
            ...{
              who: "机关党总支",
              change: 1,
              definition: "",
              values: {},
              seenAt: null,
              decidedAt: null,
              decidedBy: "",
            },
            ...{ decisionReason: "", printedOn: null, revision: 1 },
            ...row,
          },
          await deflatePacking.pack(joinHead({ head: "{}", body: new Uint8Array() })),
        ),
      );
    const keyOf = (unit: string, on: string) => ({ setId: FORM, unitId: unitIdOf(unit), on: on as Day });

    it("R2 shows a form with its tables, its numbers and what may be done", async () => {
      const sets = await officer.client.ask<readonly ReportSetInfo[]>("GET", "/reports/sets");
      assert.deepEqual(sets.find(({ id }) => id === FORM)?.tables, 43);
      const view = await officer.view();
      assert.deepEqual([view.state, view.rehearsal, view.unitCode, view.tables.length], ["draft", false, "g1", 43]);
      assert.deepEqual(view.may, { edit: true, submit: true, withdraw: false, judge: false });
      assert.deepEqual((await superior.view()).may, { edit: true, submit: false, withdraw: false, judge: true });
      const total = await officer.cell(TOTAL);
      assert.equal(total.kind, "generated");
      assert.ok((total.value ?? 0) > 0);
      const manual = await officer.cell(MANUAL);
      assert.deepEqual([manual.kind, manual.value], ["manual", null]);
      assert.ok((manual.why ?? "").length > 0);
      const money = view.tables.flatMap(({ no, cells }) =>
        Object.entries(cells).flatMap(([cell, { decimals }]) => (decimals ? [`${no}!${cell}`] : [])),
      );
      assert.ok(money.length > 0 && !money.includes(TOTAL) && !money.includes(MANUAL), money.join(" "));
    });

    it("R3 a forced number keeps the generated one, who, when and why; formulas and checks follow it", async () => {
      const { value } = await officer.cell(TOTAL);
      const before = (await officer.cell("1!A17")).value ?? 0;
      assert.deepEqual(await officer.pushed(officer.edit(TOTAL, (value ?? 0) + 2)), ["reason-required"]);
      assert.deepEqual(await officer.force(TOTAL, (value ?? 0) + 2, REASON), ["accepted"]);
      const forced = await officer.cell(TOTAL);
      assert.equal(forced.value, (value ?? 0) + 2);
      assert.deepEqual([forced.override?.generated, forced.override?.stale], [value, false]);
      assert.deepEqual([forced.override?.reason, forced.revision], [REASON, 1]);
      assert.equal((await officer.cell("1!A17")).value, before + 2);
    });

    it("R3 when the records behind it change it is stale, and nothing that was entered is lost", async () => {
      assert.deepEqual(await officer.pushed(officer.edit(MANUAL, 3)), ["accepted"]);
      const before = await officer.cell(TOTAL);
      assert.ok(before.override);
      await addMember("wu", 22);
      const after = await officer.cell(TOTAL);
      assert.equal(after.value, before.value);
      assert.deepEqual(after.override, {
        ...before.override,
        generated: before.override.generated + 1,
        stale: true,
      });
      assert.equal((await officer.cell(MANUAL)).value, 3);
      // What the records say now is nothing forced any more: it restores.
      assert.deepEqual(await officer.force(TOTAL, after.override.generated, ""), ["accepted"]);
      const restored = await officer.cell(TOTAL);
      assert.deepEqual([restored.override, restored.value], [undefined, after.override.generated]);
    });

    it("W9 the card of a cell tells its rule and everything that was typed there", async () => {
      await officer.force(TOTAL, 99, REASON);
      await officer.force(TOTAL, null, "");
      const card = await officer.client.ask<ReportCellCard>("GET", `${officer.path}/cell?cell=${TOTAL}`);
      assert.deepEqual(
        card.history.slice(0, 2).map(({ value, reason }) => [value, reason]),
        [
          [null, ""],
          ["99", REASON],
        ],
      );
      assert.match(card.rule.zh.join("\n"), /人员/u);
      assert.match(card.rule.en.join("\n"), /^people/u);
      assert.match(card.row, /本年底实有数/u);
      const came = await officer.client.ask<ReportCellCard>("GET", `${officer.path}/cell?cell=1!A3`);
      assert.match(came.rule.zh.join("\n"), /变动/u, "what happened to people has codes of its own");
      const unknown = await officer.client.refusal("GET", `${officer.path}/cell?cell=9!Z9`);
      assert.equal(unknown.code, "report-cell-unknown");
    });

    it("R3 locked cells, wrong numbers and foreign reports are refused, each on its own", async () => {
      const foreign = { ...officer.edit(MANUAL, 1), record: officer.record.replace("g1", "g2") };
      const codes = await officer.pushed(
        officer.edit(FORMULA, 1, { reason: REASON }),
        officer.edit("9!Z9", 1),
        officer.edit("40!I1", "-1"),
        officer.edit("40!K1", 4),
        foreign,
        { ...foreign, record: "report:nonsense" },
        { ...officer.edit(MANUAL, 1), record: officer.record.replace(FORM, "1999") },
      );
      assert.deepEqual(codes, [
        ...["report-cell-locked", "report-cell-locked", "report-value-wrong", "accepted"],
        ...["not-found", "not-found", "report-set-unknown"],
      ]);
      const reader = new OfficerAtReport(await service.signIn("g1-reader"), "g1");
      assert.equal((await reader.view()).may.edit, false);
      const body = { key: "not for readers", edits: [reader.edit(MANUAL, 1)] };
      assert.equal((await reader.client.refusal("POST", "/reports/push", body)).code, "read-only");
    });

    it("W3 who is later sees a conflict with who was there before; the same push again is the same answer", async () => {
      const edits = [officer.edit("40!L1", 7)];
      const body = { key: "one report push of mine", edits };
      const first = await officer.client.ask<PushAnswer>("POST", "/reports/push", body);
      assert.deepEqual(await officer.client.ask("POST", "/reports/push", body), first);
      assert.equal((await officer.cell("40!L1")).revision, 1);
      const [conflict] = await superior.push(superior.edit("40!L1", 8));
      assert.ok(conflict?.result === "conflict");
      assert.deepEqual([conflict.theirs, conflict.revision], ["7", 1]);
      assert.match(conflict.who, /机关党总支/u);
    });

    it("W3 many who type at once: every accepted number is a revision of its own", async () => {
      const outcomes = await Promise.all(
        [officer, superior, officer, superior].map((one, index) => one.pushed(one.edit("40!O1", index + 1))),
      );
      assert.equal(outcomes.flat().filter((code) => code === "accepted").length, 1);
      assert.equal((await officer.cell("40!O1")).revision, 1);
    });

    it("A15 every change is one entry of the audit", async () => {
      const { store } = service.services;
      const entries = () => store.read((tx) => tx.audit.entries({ most: 50, record: officer.record }));
      const before = (await entries()).length;
      await officer.pushed(officer.edit("40!S1", 1), officer.edit("40!T1", 2));
      const [entry, ...more] = await entries();
      assert.equal(more.length, before);
      assert.deepEqual(
        entry?.fields.map(({ field, new: value }) => [field, value]),
        [
          ["40!S1", "1"],
          ["40!T1", "2"],
        ],
      );
    });

    it("R14 opening figures make comparison and checks against last year work; an accepted report takes their place", async () => {
      assert.equal(await officer.finding(BAND), undefined);
      const body = { year: 2025, reason: "旧系统上年年报的数字", values: { [TOTAL]: 400, "2!C1": 3 } };
      const load = (given: object) => officer.client.refusal("POST", `${officer.path}/opening`, { ...body, ...given });
      assert.equal((await load({ year: 2026 })).code, "opening-year-wrong");
      assert.equal((await load({ values: { "9!Z9": 1 } })).code, "report-cell-unknown");
      assert.equal((await load({ values: {} })).code, "opening-empty");
      assert.equal((await officer.client.ask<OpeningAnswer>("POST", `${officer.path}/opening`, body)).cells, 2);
      assert.equal((await officer.view()).lastYear[TOTAL], 400);
      assert.equal((await officer.finding(BAND))?.right, 400);
      const compare = () => officer.client.ask<CompareView>("GET", `${officer.path}/compare?year=2025`);
      const opened = await compare();
      assert.deepEqual([opened.source, opened.years, opened.rows[0]?.cell], ["opening", [2025], TOTAL]);
      assert.match(opened.rows[0]?.title ?? "", /本年底实有数/u);
      const key = keyOf("g1", "2025-12-31");
      await putSubmission({ id: "sub_2025", key, state: "accepted", values: { [TOTAL]: 300 } });
      assert.deepEqual([(await compare()).source, (await compare()).rows[0]?.before], ["submission", 300]);
      assert.equal((await officer.finding(BAND))?.right, 300);
    });

    it("R4 the half-year form starts where last year's annual report ended, and is compared with its own", async () => {
      const path = `/reports/2017-half/${unitIdOf("g1")}/2026-06-30`;
      const half = await officer.client.ask<ReportView>("GET", path);
      assert.deepEqual([half.rehearsal, half.lastYear[TOTAL]], [false, 300]);
      const compared = await officer.client.ask<CompareView>("GET", `${path}/compare?year=2025`);
      assert.deepEqual([compared.source, compared.rows], [null, []]);
    });

    it("R4a an explanation holds for its values; a number that moves asks anew and offers what was said", async () => {
      const explain = (text: string, check = BAND) => ({ check, line: "", text });
      const refused = (body: object) => officer.client.refusal("POST", `${officer.path}/explain`, body);
      assert.equal((await refused(explain("情况属实核实无误"))).code, "explanation-empty-phrase");
      assert.equal((await refused(explain("短"))).code, "explanation-too-short");
      assert.equal((await refused(explain(SAID, "A-99"))).code, "no-such-finding");
      await officer.client.ask("POST", `${officer.path}/explain`, explain(SAID));
      assert.deepEqual((await officer.finding(BAND))?.explanation?.text, SAID);
      await addMember("feng", 33);
      const moved = await officer.finding(BAND);
      assert.deepEqual([moved?.explanation, moved?.old], [null, SAID]);
      await officer.client.ask("POST", `${officer.path}/explain`, explain(`${SAID}，另新进一人`));
    });

    it("R4 only the superior lets a unit explain an error instead of mending it, and takes it back", async () => {
      await officer.force(TOTAL, 77, REASON);
      const error = (await officer.view()).findings.find(({ severity }) => severity === "error");
      assert.ok(error);
      const [check, line] = [error.code, error.line];
      const explain = { check, line, text: SAID };
      assert.equal((await officer.client.refusal("POST", `${officer.path}/explain`, explain)).code, "no-such-finding");
      const exempt = { check, reason: "本年合并造成，已核对名册" };
      assert.equal((await officer.client.refusal("POST", `${officer.path}/exempt`, exempt)).code, "forbidden");
      const unknown = { ...exempt, check: BAND };
      assert.equal(
        (await superior.client.refusal("POST", `${superior.path}/exempt`, unknown)).code,
        "report-check-unknown",
      );
      await superior.client.ask("POST", `${superior.path}/exempt`, exempt);
      await officer.client.ask("POST", `${officer.path}/explain`, explain);
      const found = (await officer.view()).findings.find((one) => one.code === check && one.line === line);
      assert.deepEqual([found?.exempt, found?.explanation?.text], [true, SAID]);
      await superior.client.ask("DELETE", `${superior.path}/exempt?check=${check}`);
      const again = (await officer.view()).findings.find((one) => one.code === check && one.line === line);
      assert.equal(again?.exempt, false);
      await officer.force(TOTAL, null, "");
    });

    it("R12 a rehearsal begins with what stands in the report, and changes nothing in it", async () => {
      const rehearsal = new OfficerAtReport(officer.client, "g1", "2026-11-22");
      const view = await rehearsal.view();
      assert.deepEqual([view.rehearsal, view.may.submit], [true, false]);
      assert.deepEqual([(await rehearsal.cell(MANUAL)).value, (await rehearsal.cell(MANUAL)).revision], [3, undefined]);
      assert.deepEqual(await rehearsal.pushed(rehearsal.edit(MANUAL, 5)), ["accepted"]);
      assert.equal((await rehearsal.cell(MANUAL)).value, 5);
      assert.equal((await officer.cell(MANUAL)).value, 3);
    });

    it("R8 what was handed over stands still; the superior who opens it has seen it", async () => {
      const values = { [TOTAL]: 12, [MANUAL]: 3 };
      await putSubmission({ id: "sub_2026", key: keyOf("g1", YEAR_END), values });
      const view = await officer.view();
      assert.deepEqual([view.state, view.may.edit, view.may.withdraw], ["submitted", false, true]);
      assert.equal((await officer.cell(TOTAL)).value, 12);
      await addMember("late", 44);
      assert.equal((await officer.cell(TOTAL)).value, 12);
      const frozen = { code: "report-frozen", state: "submitted" };
      assert.deepEqual(await officer.pushed(officer.edit("40!V1", 1)), ["report-frozen"]);
      const explain = { check: BAND, line: "", text: SAID };
      assert.deepEqual(await officer.client.refusal("POST", `${officer.path}/explain`, explain), frozen);
      const opening = { year: 2025, reason: REASON, values: { [TOTAL]: 1 } };
      assert.deepEqual(await officer.client.refusal("POST", `${officer.path}/opening`, opening), frozen);
      assert.equal((await officer.view()).may.withdraw, true);
      assert.equal((await superior.view()).state, "submitted");
      assert.equal((await officer.view()).may.withdraw, false);
    });

    it("R8 returned with remarks it can be changed again, and the remarks stand on their cells", async () => {
      await service.services.store.write(async (tx) => {
        const [row] = await tx.reports.submissions(keyOf("g1", YEAR_END));
        assert.ok(row);
        await tx.reports.updateSubmission({ ...row, state: "returned", revision: row.revision + 1 });
        const remark = { id: "rem_1", submissionId: row.id, cell: TOTAL, text: "与名册不符", who: "上级" };
        await tx.reports.addRemarks([{ ...remark, at: service.clock.now() }]);
      });
      assert.deepEqual((await officer.cell(TOTAL)).remarks, ["与名册不符"]);
      assert.deepEqual(await officer.pushed(officer.edit("40!V1", 1)), ["accepted"]);
    });
  });
}

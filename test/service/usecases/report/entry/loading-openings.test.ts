import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import type { CompareView } from "#core/protocol/report/report-tracing.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { ReportFile } from "../report-file.ts";
import { ReportHandler, said, WHY } from "../submission/report-handler.ts";

const YEAR = 2024;

for (const db of ["sqlite", "postgres"] as const) {
  describe(`opening figures out of a workbook, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let unit: ReportHandler;
    let superior: ReportHandler;

    before(async () => {
      service = await startTestService({ db, different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
      unit = new ReportHandler(await service.signIn("g1"), "g1");
      superior = new ReportHandler(await service.signIn("c"), "g1");
    });
    after(() => service.close());

    /** The form as somebody filled it elsewhere. */
    const bookWith = async (values: Readonly<Record<string, number>>): Promise<Uint8Array<ArrayBuffer>> => {
      const file = await ReportFile.export(unit);
      for (const [cell, value] of Object.entries(values)) file.cell(cell).value = value;
      return await file.bytes();
    };
    const drawn = async (view: ReportView): Promise<Uint8Array<ArrayBuffer>> =>
      new Uint8Array(await service.services.workbooks.render(reportBook(view, REPORT_WORDS_ZH)));
    const send = async (by: ReportHandler, bytes: Uint8Array<ArrayBuffer>, query: Readonly<Record<string, string>>) => {
      const asked = new URLSearchParams({ year: String(YEAR), ...query });
      return await by.client.call("POST", `${by.path}/opening/book?${asked.toString()}`, { bytes });
    };
    const looked = async (bytes: Uint8Array<ArrayBuffer>, year = String(YEAR)) =>
      (await send(unit, bytes, { dryRun: "true", year })).body as OpeningAnswer;
    const before24 = async () => {
      const { source, rows } = await unit.client.ask<CompareView>("GET", `${unit.path}/compare?year=${YEAR}`);
      return { source, a1: rows.find(({ cell }) => cell === "1!A1")?.before ?? null };
    };

    it("R14 a preview tells every table's figures and what would be refused, with its place, and writes nothing", async () => {
      const wrong = await looked(await bookWith({ "1!A1": 10.5, "1!A2": -2, "1!A3": 1 }));
      assert.deepEqual([wrong.dryRun, wrong.base, wrong.standing, wrong.refusedCount], [true, "", null, 2]);
      for (const { refusal, place } of wrong.refused) {
        assert.equal(refusal.code, "report-value-wrong");
        assert.match(`${place?.sheet ?? ""}!${place?.address ?? ""}`, /^.*1.*![A-Z]+\d+$/u);
      }
      assert.deepEqual(
        wrong.refused.map(({ refusal }) => "cell" in refusal && refusal.cell),
        ["1!A2", "1!A1"],
      );
      const good = await looked(await bookWith({ "1!A1": 10, "1!A2": 2, "1!A3": 1 }));
      assert.deepEqual([good.refusedCount, good.tables[0]?.table], [0, 1]);
      assert.ok(good.tables[0] && good.tables[0].cells >= 3 && good.tables[0].moved === good.tables[0].cells);
      assert.deepEqual(await before24(), { source: null, a1: null });
    });

    it("R14 a workbook as it was exported holds this year's numbers: none is loaded, and it is said how many were left out", async () => {
      const bytes = await bookWith({});
      const { cells, unchanged, tables, refusedCount } = await looked(bytes);
      assert.deepEqual([cells, tables, refusedCount], [0, [], 0]);
      assert.ok(unchanged > 3, String(unchanged));
      assert.equal(said(await send(unit, bytes, { reason: WHY })), "opening-empty");
      const one = await looked(await bookWith({ "1!A6": 77 }));
      assert.deepEqual([one.refusedCount, one.unchanged], [0, unchanged], "it was empty");
      assert.deepEqual(
        one.tables.map(({ table }) => table),
        [1],
      );
    });

    it("R14 W7 a workbook of another unit or form, of a form that was changed, or of nothing is refused", async () => {
      const refused = async (bytes: Uint8Array<ArrayBuffer>) => said(await send(superior, bytes, { dryRun: "true" }));
      const above = await ReportFile.export(new ReportHandler(superior.client, "c"));
      above.cell("1!A1").value = 40;
      assert.equal(await refused(await above.bytes()), "workbook-of-another-report");
      const view = await unit.view();
      const elsewhere = { ...view, ask: { ...view.ask, setId: "2017" } };
      assert.equal(await refused(await drawn(elsewhere)), "workbook-of-another-report");
      const older = { ...view, issue: { ...view.issue, definition: "older" } };
      assert.equal(await refused(await drawn(older)), "workbook-of-another-form");
      const foreign = { ...view, issue: { ...view.issue, service: "another" } };
      assert.equal(await refused(await drawn(foreign)), "workbook-of-another-service");
      const plain = new ExcelJS.Workbook();
      plain.addWorksheet("表1").getCell("A1").value = "#sheet:t1";
      assert.equal(await refused(new Uint8Array(await plain.xlsx.writeBuffer())), "workbook-not-a-report");
    });

    it("R14 what was looked at is loaded, all of it or nothing, with a reason; the comparison shows it", async () => {
      const wrong = await send(unit, await bookWith({ "1!A1": 10.5 }), { reason: WHY });
      assert.equal(said(wrong), "report-value-wrong");
      const bytes = await bookWith({ "1!A1": 10, "1!A2": 2, "1!A3": 1 });
      assert.equal(said(await send(unit, bytes, {})), "reason-required");
      assert.equal(said(await send(unit, bytes, { reason: WHY })), "done");
      assert.deepEqual(await before24(), { source: "opening", a1: 10 });
    });

    it("R14 two who load at once: the second is told, and replaces only what he has looked at", async () => {
      const [first, second] = [await bookWith({ "1!A1": 11 }), await bookWith({ "1!A1": 12 })];
      const { base, standing } = await looked(first);
      assert.equal(standing?.reason, WHY);
      const sent = await Promise.all([
        send(unit, first, { base, reason: WHY }),
        send(superior, second, { base, reason: WHY }),
      ]);
      assert.deepEqual(sent.map(said).toSorted(), ["changed-meanwhile", "done"]);
      const again = await looked(second);
      assert.notEqual(again.base, base);
      assert.equal(said(await send(unit, second, { base: again.base, reason: WHY })), "done");
      assert.equal((await before24()).a1, 12);
    });

    it("R12 figures that are sent again with the same reason are told as unchanged, and nothing is written", async () => {
      const bytes = await bookWith({ "1!A1": 12 });
      const { base } = await looked(bytes);
      const logged = async () =>
        (await service.services.store.read((tx) => tx.audit.entries({ most: 50, record: unit.record }))).length;
      const before = await logged();
      const again = await send(unit, bytes, { reason: WHY });
      assert.equal(again.status, 200, again.text);
      const { same, base: still } = again.body as OpeningAnswer;
      assert.deepEqual([same, still, await logged()], [true, base, before]);
      assert.equal(said(await send(unit, bytes, { reason: `${WHY}，再报` })), "changed-meanwhile");
      assert.equal(said(await send(unit, await bookWith({ "1!A1": 13 }), { reason: WHY })), "changed-meanwhile");
    });

    it("R14 an empty form for last year is filled in another program and loaded: all its figures, with its year in the title", async () => {
      const asked = { year: "2023", reason: WHY };
      const form = async () => await ReportFile.download(unit, "/opening/book", asked);
      const file = await form();
      assert.match(file.book.worksheets[0]?.getCell("B2").text ?? "", /^2023年期初数/u);
      const same = (await unit.view()).tables[0]?.cells["A1"]?.value ?? assert.fail("no figure of this year");
      for (const [cell, value] of Object.entries({ "1!A1": same, "1!A2": 0, "1!A3": 1 })) {
        assert.equal(file.cell(cell).value, null, "empty");
        file.cell(cell).value = value;
      }
      const { unchanged, refusedCount, problems, tables } = await looked(await file.bytes(), "2023");
      assert.deepEqual([unchanged, refusedCount, problems], [0, 0, []]);
      assert.ok((tables[0]?.cells ?? 0) >= 3);
      assert.equal(said(await send(unit, await file.bytes(), { reason: WHY })), "workbook-of-another-report", "2024");
      assert.equal(said(await send(unit, await file.bytes(), asked)), "done");
      const unitId = toId<UnitId>(unitIdOf("g1"));
      const [kept] = await service.services.store.read((tx) => tx.reports.openings({ unitId, year: 2023 }));
      assert.deepEqual(
        ["1!A1", "1!A2", "1!A3"].map((cell) => kept?.values[cell]),
        [same, 0, 1],
      );
      const path = `${unit.path}/import?dryRun=true`;
      const taken = await unit.client.call("POST", path, { bytes: await file.bytes() });
      assert.equal(said(taken), "workbook-not-a-report", "it is no report's");
      assert.equal(
        said(await unit.client.call("GET", `${unit.path}/opening/book?year=2026&reason=x`)),
        "opening-year-wrong",
      );
    });

    it("W3 R14 a sheet that was copied inside the workbook is told and nothing of it is taken", async () => {
      const file = await ReportFile.download(unit, "/opening/book", { year: "2022", reason: WHY });
      file.cell("1!A1").value = 5;
      const original = file.cell("1!A1").worksheet;
      const copy = file.book.addWorksheet("副本");
      original.eachRow((row, at) => row.eachCell((cell, column) => (copy.getCell(at, column).value = cell.value)));
      file.cell("1!A1").value = 6;
      const { problems, cells } = await looked(await file.bytes(), "2022");
      assert.deepEqual(problems, [{ code: "sheet-copied", sheet: "副本", original: original.name }]);
      assert.ok(cells > 0);
      assert.equal(said(await send(unit, await file.bytes(), { year: "2022", reason: WHY })), "done");
      const compared = await unit.client.ask<CompareView>("GET", `${unit.path}/compare?year=2022`);
      assert.equal(compared.rows.find(({ cell }) => cell === "1!A1")?.before, 6);
    });

    it("A9 a stranger learns nothing, a reader writes nothing, and what is no workbook is refused", async () => {
      const stranger = new ReportHandler(await service.signIn("g2"), "g1");
      const bytes = new TextEncoder().encode("no workbook");
      assert.equal(said(await send(stranger, bytes, { dryRun: "true" })), "not-found");
      assert.match(said(await send(unit, bytes, { dryRun: "true" })), /^workbook-/u);
      const big = new Uint8Array(service.services.limits.workbookBytes + 1);
      const refused = (await send(unit, big, { dryRun: "true" })).body as { readonly refusal: AnyRefusal };
      assert.equal(refused.refusal.code, "body-too-big");
    });
  });
}

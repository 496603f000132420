import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "./report-handler.ts";

for (const db of ["sqlite", "postgres"] as const) {
  describe(`a report from its unit to the superior, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let unit: ReportHandler;
    let superior: ReportHandler;

    before(async () => {
      service = await startTestService({ db, different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
      unit = new ReportHandler(await service.signIn("g1"), "g1");
      superior = new ReportHandler(await service.signIn("c"), "g1");
      await addWoman("lin", 11);
    });
    after(() => service.close());

    const log = (record: string) => ({
      ...{ at: service.clock.now(), accountId: accountIdOf("g1"), from: "test", action: "make", record },
      ...({ outcome: "done", why: "", fields: [] } as const),
    });
    const addWoman = (id: string, number: number): Promise<void> =>
      service.services.store.write(async (tx) => {
        const idNumber = anIdNumber("1990-03-05", number);
        await tx.people.insert([aKnownPerson({ id, unit: "b11", idNumber, from: "2025-01-01", facts: { sex: "2" } })]);
        tx.record(log(`person:${id}`));
      });
    const state = async (): Promise<string> => (await unit.submission()).state;
    const line = async (what: string) => (await unit.gate()).lines.find((each) => each.what === what);

    it("R7 the gate lists what is missing, each with its places", async () => {
      const gate = await unit.gate();
      assert.equal(gate.ready, false);
      const open = gate.lines.filter(({ passed }) => !passed);
      assert.deepEqual(
        open.map(({ what, open: missing, of, places }) => [
          what,
          missing,
          of,
          places.map(({ kind, key }) => `${kind} ${key}`),
        ]),
        [
          ["table-explains", 1, 1, ["finding L-1"]],
          ["manual-empty", 2, 2, ["cell 1!A6", "cell 1!A7"]],
          ["answers", 2, 2, ["point P-0", "point P-1"]],
        ],
      );
      assert.match((await line("manual-empty"))?.places[0]?.label ?? "", /活动经费/);
      assert.equal(await unit.submit(), "report-not-ready");
      assert.equal(await state(), "draft");
    });

    it("R8 points are answered while the unit works on it, each over the answer that was read", async () => {
      assert.equal(await unit.answer("P-9", "没有这一条"), "report-point-unknown");
      await unit.answer("P-1", "先写一句话");
      const stale = await unit.client.refusal("PUT", `${unit.path}/answers`, {
        point: "P-1",
        text: "旧页面上的话",
        revision: 0,
      });
      assert.equal(stale.code, "changed-meanwhile");
      const point = (await unit.materials()).points.find((each) => each.point === "P-1");
      assert.deepEqual([point?.answer, point?.revision, point?.table], ["先写一句话", 1, 1]);
      assert.match(point?.facts ?? "", /^增加 \d+；减少 0；上年报表 无$/);
    });

    it("R3 R7 a stale override stands in the way until it is looked at again", async () => {
      await unit.fill();
      assert.equal((await unit.gate()).ready, true);
      const before = (await unit.view()).tables[1]?.cells["B1"]?.value ?? 0;
      await unit.set("2!B1", before + 2, "两名党员的档案正在核查性别");
      await addWoman("he", 12);
      assert.deepEqual(
        (await line("stale-overrides"))?.places.map(({ key }) => key),
        ["2!B1"],
      );
      assert.equal(await unit.submit(), "report-not-ready");
      await unit.set("2!B1", null);
      await unit.fill();
      assert.equal((await unit.gate()).ready, true);
    });

    it("R8 handed over twice at once it is handed over once", async () => {
      const answers = await Promise.all([
        unit.submit(),
        unit.submit(),
        unit.submit("one same key"),
        unit.submit("one same key"),
      ]);
      const [one, other, twice, again] = answers.map((each) => each === "done");
      assert.equal(twice, again, "one key");
      assert.equal([one, other, twice].filter((isDone) => isDone).length, 1, String(answers));
      assert.deepEqual(new Set(answers), new Set(["done", "report-state-wrong"]));
      const { state: now, history } = await unit.submission();
      assert.equal(now, "submitted");
      assert.deepEqual(
        history.map(({ number }) => number),
        [1],
      );
    });

    it("R8 what was handed over stands still, with the people behind it", async () => {
      const [number, people] = [(await unit.view()).tables[1]?.cells["B1"]?.value, (await unit.drill("2!B1")).rows];
      assert.equal(people.length, number);
      await service.services.store.write(async (tx) => {
        const [lin] = await tx.people.byIds([toId<PersonId>("lin")]);
        assert.ok(lin);
        const idle = { ...lin, facts: { ...lin.facts, sex: "1", name: "林改名" }, version: lin.version + 1 };
        await tx.people.update([idle]);
        tx.record(log("person:lin"));
      });
      await addWoman("zhao", 13);
      const frozen = await unit.drill("2!B1");
      assert.equal(frozen.frozen, true);
      assert.deepEqual(frozen.rows, people);
      assert.equal((await unit.view()).tables[1]?.cells["B1"]?.value, number);
      const { changes } = await unit.submission();
      assert.deepEqual(
        changes.map(({ cell, submitted, now }) => [cell, now - submitted]),
        [
          ["1!A2", 1],
          ["1!A4", 1],
          ["1!A5", 1],
          ["2!A1", 1],
        ],
      );
      await assert.rejects(unit.set("1!A6", 7), /report-frozen/);
      assert.equal(await unit.answer("P-0", "事后想改一句"), "report-frozen");
      assert.equal(await unit.submit(), "report-state-wrong");
    });

    it("R8 taken back while nobody has looked at it, and never after", async () => {
      assert.equal(await unit.act("withdraw"), "done");
      assert.equal(await state(), "draft");
      await unit.fill();
      assert.equal(await unit.submit("its answer was lost"), "done");
      await superior.submission();
      await superior.view();
      assert.equal(await unit.act("withdraw"), "report-seen-already");
      assert.deepEqual(
        (await unit.submission()).history.map(({ number }) => number),
        [2, 1],
      );
    });

    it("R8 what is decided is bound to the handing-over that was looked at", async () => {
      assert.equal((await superior.view()).submission, 2);
      const before = { reason: WHY, number: 1 };
      assert.equal(await superior.act("accept", before), "changed-meanwhile");
      assert.equal(await superior.act("return", { ...before, remarks: [] }), "changed-meanwhile");
      assert.equal(await superior.act("unlock", before), "changed-meanwhile");
      assert.equal(await state(), "submitted");
    });

    it("R8 R9 returned with remarks on cells, corrected, accepted, printed, unlocked", async () => {
      const remarks = [{ cell: "2!B1", text: "请核对女党员数" }];
      assert.equal(
        await superior.act("return", { reason: WHY, remarks: [{ cell: "9!Z9", text: "没有" }] }),
        "report-cell-unknown",
      );
      assert.equal(await superior.act("return", { reason: "核实无误", remarks }), "reason-required");
      assert.equal(await superior.act("return", { reason: WHY, remarks }), "done");
      assert.deepEqual((await unit.view()).tables[1]?.cells["B1"]?.remarks, ["请核对女党员数"]);
      assert.equal(await state(), "returned");
      assert.equal(await superior.act("accept"), "report-state-wrong");
      await unit.set("1!A6", 120);
      assert.equal(await unit.submit("its answer was lost"), "changed-meanwhile", "it came back since");
      assert.equal(await state(), "returned");
      assert.equal(await unit.submit("of its own"), "done");
      assert.equal(await unit.submit("of its own"), "done", "the same once more");
      assert.equal(await superior.act("accept", { reason: WHY, number: 3 }), "done");
      assert.equal(await unit.act("printed", { on: "2026-05-31" }), "printed-day-wrong");
      assert.equal(await unit.act("printed", { on: "2026-06-01" }), "done");
      const [latest, before] = (await unit.submission()).history;
      assert.deepEqual(
        [latest?.number, latest?.state, latest?.printedOn, latest?.printUntil],
        [3, "accepted", "2026-06-01", "2026-06-04"],
      );
      assert.deepEqual(
        [before?.state, before?.decisionReason, before?.remarks.map(({ cell }) => cell)],
        ["returned", WHY, ["2!B1"]],
      );
      assert.equal(await superior.act("unlock", { reason: "短" }), "reason-required");
      assert.equal(await superior.act("unlock"), "done");
      assert.equal(await state(), "draft");
      await unit.set("1!A6", 130);
    });

    it("A9 A11 R8 a stranger finds nothing, below nobody reads, and nobody does the other side's part", async () => {
      const at = async (who: string, of = "g1") => new ReportHandler(await service.signIn(who), of);
      for (const act of ["submit", "return", "accept", "unlock", "withdraw"]) {
        const body =
          act === "submit" ? { key: "a stranger's" } : { reason: WHY, ...(act === "return" ? { remarks: [] } : {}) };
        assert.equal(await (await at("g2")).act(act, body), "not-found", act);
        assert.equal(await (await at("b11")).act(act, body), "not-found", act);
        assert.equal(await (await at("g1-reader")).act(act, body), "read-only", act);
      }
      assert.equal(await superior.submit(), "forbidden");
      assert.equal(await superior.act("withdraw"), "forbidden");
      assert.equal(await unit.act("return", { reason: WHY, remarks: [] }), "forbidden");
      assert.equal(await unit.act("accept"), "forbidden");
      assert.equal(await (await at("b11", "b11")).submit(), "report-not-due-here");
    });

    it("R8 nothing is handed over of a year that has not begun", async () => {
      const early = new ReportHandler(unit.client, "g1", "2099-12-31");
      assert.equal(await early.submit(), "report-too-early");
      const ofThisYear = new ReportHandler(unit.client, "g1", "2026-12-31");
      assert.equal(await ofThisYear.submit(), "report-not-ready");
    });

    it("R12 a rehearsal asks what the report asks, begins with its answers, and is never handed over", async () => {
      const rehearsal = new ReportHandler(unit.client, "g1", "2025-11-30");
      const gate = await rehearsal.gate();
      assert.equal(gate.rehearsal, true);
      assert.equal(gate.lines.find(({ what }) => what === "answers")?.passed, true);
      const [first] = (await rehearsal.materials()).points;
      assert.deepEqual([first?.answer, first?.revision], ["由组织部财务科提供并核对", 0]);
      assert.equal(await rehearsal.answer("P-0", "演练时改一句"), "done");
      assert.equal((await rehearsal.materials()).points[0]?.answer, "演练时改一句");
      assert.equal((await unit.materials()).points[0]?.answer, "由组织部财务科提供并核对");
      assert.equal(await rehearsal.submit(), "report-rehearsal");
    });

    it("R8 both sides are told, and each act stands in the log once", async () => {
      const told = await service.services.store.read((tx) =>
        tx.procedures.unitNotices([unitIdOf("g1"), unitIdOf("c")], 50),
      );
      const kinds = told
        .filter(({ kind }) => kind.startsWith("report-"))
        .map(({ kind, unitId }) => `${kind} ${unitId}`);
      assert.deepEqual(kinds.toSorted(), [
        "report-accepted unit-g1",
        "report-returned unit-g1",
        "report-submitted unit-c",
        "report-submitted unit-c",
        "report-submitted unit-c",
        "report-unlocked unit-g1",
        "report-withdrawn unit-c",
      ]);
      const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 500, record: unit.record }));
      const acts = entries
        .map(({ action }) => action)
        .filter((action) => action.startsWith("report-") && action !== "report-answer");
      assert.deepEqual(acts.toReversed(), [
        ...[
          "report-submit",
          "report-withdraw",
          "report-submit",
          "report-return",
          "report-submit",
          "report-accept",
          "report-print",
          "report-unlock",
        ],
      ]);
    });
  });
}

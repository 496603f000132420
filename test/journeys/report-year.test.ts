/** A year end over HTTP, as a general branch and the committee above it live it, on a demo university of 2,000 people. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "mocha";
import type { PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { FindingsPage, PersonCard } from "#core/protocol/records/records.ts";
import type { ContrastView, DrillView, WhatIfView } from "#core/protocol/report/report-tracing.ts";
import type { GateView, MaterialsView, RollupView, SubmissionView } from "#core/protocol/report/reports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { serve, type ServedProcess } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, DEMO_YEAR, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import type { HttpClient } from "#test/environment/http-client.ts";

const UNIT = "unit-01";
const ON = `${DEMO_YEAR}-12-31`;
const NEXT = `${Number(DEMO_YEAR) + 1}-12-31`;
/** A blank that no check looks at: members who cannot work. */
const FORCED = "2!补2.1";
const WHY = "民政部门通报的核定人数，记录尚未更新";
const TOTAL = "1!A16";
const BY_POST = "2!A1";

describe("a year end", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let service: ServedProcess;
  let unit: HttpClient;
  let above: HttpClient;
  /** Whom tables by post miss. */
  let missed: string;

  before(async () => {
    demo = await demoCopy("sqlite", 2_000);
    service = await serve(demo);
    unit = await service.signIn(demo.account("unit", "机关党总支"), DEMO_PASSWORD);
    above = await service.signIn(demo.account("unit", "校党委"), DEMO_PASSWORD);
  });
  after(async () => {
    await service.stop();
    await demo.remove();
  });

  const path = (what = "", on = ON) => `/reports/2017/${UNIT}/${on}${what}`;
  const view = async (client = unit, on = ON) => await client.ask<ReportView>("GET", path("", on));
  const gate = async () => await unit.ask<GateView>("GET", path("/gate"));
  const line = async (what: string) => (await gate()).lines.find((each) => each.what === what) ?? assert.fail(what);
  const drill = async (cell: string, client = unit) =>
    await client.ask<DrillView>("GET", path(`/drill?cell=${encodeURIComponent(cell)}`));
  const cellOf = async (cell: string, client = unit) => {
    const [table = "", at = ""] = cell.split("!");
    return (await view(client)).tables.find(({ no }) => no === Number(table))?.cells[at] ?? assert.fail(cell);
  };
  const push = async (where: "reports" | "records", edits: readonly PushEdit[]) =>
    (await unit.ask<PushAnswer>("POST", `/${where}/push`, { key: randomUUID(), edits })).outcomes;
  const enter = async (cell: string, entry: Pick<PushEdit, "value" | "baseRevision" | "reason">) =>
    (await push("reports", [{ record: `report:2017:${UNIT}:${ON}`, field: cell, ...entry }]))[0];
  const correct = async (record: string, field: string, value: string) => {
    const { row } = await unit.ask<PersonCard>("GET", `/records/people/${record.slice("person:".length)}`);
    const edit = { record, field, value, baseRevision: row.revisions[field] ?? 0 };
    assert.equal((await push("records", [edit]))[0]?.result, "accepted", `${record} ${field}`);
  };
  const judge = async (act: string, body: unknown, client = above) =>
    await client.call("POST", path(`/${act}`), { body });
  const submit = async (key: string = randomUUID()) => await unit.call("POST", path("/submit"), { body: { key } });
  const codeOf = ({ body }: { readonly body: unknown }) =>
    (body as { readonly refusal?: AnyRefusal }).refusal?.code ?? JSON.stringify(body);

  it("R4 R5a the checks find that tables do not agree, and the contrast whom they miss, and why", async () => {
    const { findings } = await view();
    const found = findings.find(({ code }) => code === "X-01.1") ?? assert.fail("tables 1 and 2 agree");
    assert.deepEqual([found.left - found.right, found.severity], [1, "error"]);
    const asked = `first=${encodeURIComponent(TOTAL)}&second=${encodeURIComponent(BY_POST)}`;
    const contrast = await unit.ask<ContrastView>("GET", path(`/contrast?${asked}`));
    assert.equal(contrast.onlyFirst.length, 1);
    const [person] = contrast.onlyFirst;
    assert.match(person?.why.zh ?? "", /岗位/u);
    missed = person?.record ?? "";
  });

  it("R7 says what is missing, and is not handed over before", async () => {
    assert.equal((await gate()).ready, false);
    assert.equal((await line("table-errors")).open, 3);
    assert.equal(codeOf(await submit()), "report-not-ready");
  });

  it("R12 R5 a correction says first what it moves, then the number and its list move at once", async () => {
    const before = await drill(BY_POST);
    const fields = { occupationFrom: "2020-09-01" };
    const moved = await unit.ask<WhatIfView>("POST", path("/what-if"), { record: missed, fields });
    const total = moved.cells.find(({ cell }) => cell === BY_POST);
    assert.deepEqual([total?.before, total?.after], [before.value, before.value + 1]);
    assert.ok(moved.checks.some(({ code, becomes }) => code === "X-01.1" && becomes === "holds"));
    assert.equal((await drill(BY_POST)).value, before.value, "nothing was saved");
    await correct(missed, "occupationFrom", "2020-09-01");
    const now = await drill(BY_POST);
    assert.deepEqual([now.value, now.rows.length], [before.value + 1, before.value + 1]);
    assert.ok(now.rows.some(({ record }) => record === missed));
    assert.deepEqual([(await line("table-errors")).open, (await line("record-errors")).open], [0, 0]);
  });

  it("R3 fills the green cells, forces one with a reason and not without", async () => {
    const report = await view();
    const empty = report.tables.flatMap(({ no, cells }) =>
      Object.entries(cells).flatMap(([cell, { kind, value }]) =>
        kind === "manual" && value === null ? [`${String(no)}!${cell}`] : [],
      ),
    );
    assert.equal(empty.length, (await line("manual-empty")).open);
    const record = `report:2017:${UNIT}:${ON}`;
    const outcomes = await push(
      "reports",
      empty.map((field) => ({ record, field, value: 0, baseRevision: 0 })),
    );
    assert.ok(outcomes.every(({ result }) => result === "accepted"));
    assert.ok((await line("manual-empty")).passed);
    // Branches that appraised their members, and nobody who took part: a number that only the unit knows.
    const [wrong] = (await view()).findings.filter(({ severity }) => severity === "error");
    const green = wrong?.cells.find((cell) => empty.includes(cell)) ?? assert.fail(JSON.stringify(wrong));
    assert.equal((await enter(green, { value: 26, baseRevision: 1 }))?.result, "accepted");
    assert.ok((await line("table-errors")).passed);
    const { value } = await cellOf(FORCED);
    const forced = { value: (value ?? 0) + 2, baseRevision: 0 };
    assert.equal((await enter(FORCED, forced))?.result, "refused");
    assert.equal((await enter(FORCED, { ...forced, reason: WHY }))?.result, "accepted");
    const cell = await cellOf(FORCED);
    assert.deepEqual([cell.value, cell.override?.generated, cell.override?.reason], [forced.value, value, WHY]);
  });

  it("R4a M21 explains what asks for it, and no phrase will do", async () => {
    const { findings } = await view();
    const asking = findings.filter(({ severity }) => severity === "explain");
    assert.ok(asking.length > 0);
    const [first] = asking;
    const empty = await judge("explain", { check: first?.code, line: first?.line, text: "核实无误情况属实" }, unit);
    assert.equal(codeOf(empty), "explanation-empty-phrase");
    for (const { code, line: at } of asking) {
      const body = { check: code, line: at, text: "机关各支部没有单独填报在岗人数" };
      assert.equal((await judge("explain", body, unit)).status, 204);
    }
    const { findings: ofRecords } = await unit.ask<FindingsPage>("GET", `/records/findings?unit=${UNIT}`);
    for (const { record, check, severity } of ofRecords)
      if (severity === "explain")
        await unit.ask("POST", "/records/findings/explain", { record, check, text: "材料已送审，十二月上旬讨论" });
    assert.ok((await line("table-explains")).passed);
    assert.ok((await line("record-explains")).passed);
  });

  it("R8 answers the points of the audit, and then it can be handed over, once", async () => {
    const { points } = await unit.ask<MaterialsView>("GET", path("/materials"));
    for (const { point, revision } of points)
      await unit.ask("PUT", path("/answers"), { point, text: "已逐项核对，与记录一致", revision });
    const { ready, lines } = await gate();
    assert.ok(ready, JSON.stringify(lines.filter(({ passed }) => !passed)));
    const key = randomUUID();
    for (const _ of [1, 2]) assert.equal((await submit(key)).status, 204);
    const { state, history } = await unit.ask<SubmissionView>("GET", path("/submission"));
    assert.deepEqual([state, history.length], ["submitted", 1]);
    const late = await enter(FORCED, { value: 0, baseRevision: 1, reason: WHY });
    assert.ok(late?.result === "refused" && late.refusal.code === "report-frozen", JSON.stringify(late));
  });

  it("R8 R9 the committee looks, so it is not taken back any more, and returns it with a remark on a cell", async () => {
    assert.equal((await view(above)).state, "submitted");
    assert.equal(codeOf(await judge("withdraw", { reason: "再核一次" }, unit)), "report-seen-already");
    assert.equal(codeOf(await judge("accept", { reason: "自己收下" }, unit)), "forbidden");
    const remarks = [{ cell: FORCED, text: "以记录为准，请恢复" }];
    assert.equal((await judge("return", { reason: "一处改动依据不足", remarks })).status, 204);
    const cell = await cellOf(FORCED);
    assert.match(cell.remarks?.[0] ?? "", /以记录为准/u);
    assert.equal((await view()).state, "returned");
  });

  it("R3 R8 is corrected, handed over again and accepted, with the people of that day for ever", async () => {
    const { revision = 0, override } = await cellOf(FORCED);
    assert.equal((await enter(FORCED, { value: null, baseRevision: revision }))?.result, "accepted");
    assert.equal((await cellOf(FORCED)).value, override?.generated);
    assert.equal((await submit()).status, 204);
    assert.equal((await judge("accept", { reason: "核对一致" })).status, 204);
    const handedIn = await drill(BY_POST);
    await correct(missed, "occupationUntil", "2025-01-31");
    const frozen = await drill(BY_POST);
    assert.deepEqual([frozen.value, frozen.rows.length, frozen.frozen], [handedIn.value, handedIn.value, true]);
    const { state, changes, history } = await unit.ask<SubmissionView>("GET", path("/submission"));
    assert.equal(state, "accepted");
    assert.ok(changes.some(({ cell, submitted, now }) => cell === BY_POST && submitted - now === 1));
    assert.ok((history[0]?.printUntil ?? "") > ON.slice(0, 4));
    await correct(missed, "occupationUntil", "");
  });

  it("R9 R13 what the committee sums is what the records say of the units that handed in", async () => {
    const rollup = await above.ask<RollupView>("GET", `/reports/2017/unit-0/${ON}/rollup`);
    assert.ok(rollup.units.some(({ unitId, source }) => unitId === UNIT && source === "submitted"));
    const differing = rollup.differences.flatMap(({ units }) => units.map(({ unitId }) => unitId));
    assert.ok(!differing.includes(UNIT), JSON.stringify(rollup.differences.slice(0, 3)));
  });

  it("R4 R6 next year begins with what this year ended with", async () => {
    const accepted = await cellOf(TOTAL);
    const next = await view(unit, NEXT);
    assert.equal(next.lastYear[TOTAL], accepted.value);
    const [table] = next.tables;
    assert.equal(table?.cells["A1"]?.value, accepted.value);
    assert.ok(!next.findings.some(({ code }) => code === "X-11"));
  });
});

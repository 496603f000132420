import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import type { AdmissionsDue, Leavings, PlanCandidate } from "#core/protocol/records/procedure-lists.ts";
import type {
  AdmitAnswer,
  ConversionDue,
  ConvertAnswer,
  DuesRow,
  PayAnswer,
  PlanAnswer,
  PlanView,
} from "#core/protocol/records/procedures.ts";
import type { FindingsPage } from "#core/protocol/records/records.ts";
import type { GivenPerson } from "#test/builders/person.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const TODAY = "2026-06-01";
const NOTE = "支部大会已讨论，情况说明附后";

describe("procedures over HTTP", function () {
  this.timeout(240_000);
  let service: TestService;
  let clients: Readonly<Record<"c" | "g1" | "leader", HttpClient>>;
  let people = 0;

  before(async () => {
    service = await startTestService();
    const [c, g1, leader] = [
      await service.signIn("c"),
      await service.signIn("g1"),
      await service.signIn("g1-secretary"),
    ];
    clients = { c, g1, leader };
  });
  after(() => service.close());

  const someone = async (given: GivenPerson = {}): Promise<string> => {
    people += 1;
    const facts = { idNumber: anIdNumber(people), name: `发展${String(people)}`, ...given.facts };
    const record = { id: `per_p${String(people)}`, branch: "b11", ...given, facts };
    return await saveRecord(service.services, { ...record, since: given.since ?? "2022-03-01" });
  };
  const read = async (id: string): Promise<Person> => {
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(id)]));
    return person ?? assert.fail("no such person");
  };
  const plan = async (client: HttpClient, act: object, year = 2026): Promise<PlanAnswer> =>
    await client.ask<PlanAnswer>("POST", "/records/plans/act", { unitId: unitIdOf("g1"), year, act });
  const notPlan = async (client: HttpClient, act: object, year = 2026): Promise<string> =>
    (await client.refusal("POST", "/records/plans/act", { unitId: unitIdOf("g1"), year, act })).code;

  it("M7 M8 M9 from the plan over the list to the admission", async () => {
    const candidates = [await someone({ stage: "candidate" }), await someone({ stage: "candidate" })];
    const [first = "", second = ""] = candidates;
    const applicant = await someone({ stage: "applicant" });
    const added = await plan(clients.g1, { kind: "add", people: [...candidates, applicant] });
    assert.deepEqual(added.plan.entries.length, 2);
    assert.deepEqual(added.refused[0]?.refusal.code, "stage-wrong");
    await plan(clients.g1, { kind: "report", number: 3 });
    assert.equal(await notPlan(clients.leader, { kind: "confirm" }), "plan-number-differs");
    await plan(clients.g1, { kind: "report", number: 2 });
    assert.equal(await notPlan(clients.g1, { kind: "confirm" }), "forbidden");
    assert.equal((await plan(clients.leader, { kind: "confirm" })).plan.step, "confirmed");
    assert.equal(await notPlan(clients.leader, { kind: "approve", number: 1 }), "forbidden");
    assert.equal((await plan(clients.c, { kind: "approve", number: 1 })).plan.approved, 1);

    await plan(clients.g1, { kind: "check", people: [first], due: true, reason: "" });
    assert.equal(await notPlan(clients.g1, { kind: "close-list" }), "list-number-differs");
    const list = { unitId: unitIdOf("g1"), year: 2026, reason: "报送名单" };
    assert.equal((await clients.g1.refusal("POST", "/records/plans/list", list)).code, "plan-step-wrong");
    await plan(clients.g1, { kind: "check", people: [second], due: false, reason: "培养时间不足" });
    await plan(clients.g1, { kind: "close-list" });
    const file = await clients.g1.call("POST", "/records/plans/list", { body: list });
    assert.equal(file.status, 200);
    assert.match(decodeURIComponent(file.headers.get("content-disposition") ?? ""), /2026年计划发展对象名单\.xlsx/);
    await plan(clients.g1, { kind: "sealed", on: TODAY });
    assert.equal((await plan(clients.c, { kind: "received", on: TODAY })).plan.step, "done");

    const admission = { joinedOn: "2026-05-20", approvingCommittee: "江南医科大学党委", approvedOn: "2026-05-28" };
    const admit = async (rows: readonly object[]): Promise<AdmitAnswer> =>
      await clients.g1.ask<AdmitAnswer>("POST", "/records/admissions", { rows });
    const answer = await admit([
      { personId: first, ...admission, bookNumber: "ZG2026-1" },
      { personId: second, ...admission, bookNumber: "ZG2026-2" },
    ]);
    assert.deepEqual(answer.done, [{ row: 0, personId: first, notes: [] }]);
    assert.deepEqual(answer.refused, [{ row: 1, refusal: { code: "not-in-plan" } }]);
    const member = await read(first);
    assert.deepEqual(
      [member.facts["joinedOn"], member.facts["joinKind"], member.belongings.map(({ kind }) => kind)],
      ["2026-05-20", "1", ["applicant", "member"]],
    );
    const [view] = await clients.g1.ask<readonly PlanView[]>("GET", `/records/plans?unit=${unitIdOf("g1")}&year=2026`);
    assert.deepEqual([view?.comparison.admitted, view?.comparison.notAdmitted, view?.comparison.listed], [1, [], 1]);
  });

  it("M7 M9 each page begins with whom it can be done for", async () => {
    const [candidate, activist] = [await someone({ stage: "candidate" }), await someone({ stage: "activist" })];
    await someone({ stage: "applicant" });
    const of = `unit=${unitIdOf("g1")}&year=2027`;
    const enterable = async () =>
      (await clients.g1.ask<readonly PlanCandidate[]>("GET", `/records/plans/candidates?${of}`)).map(
        ({ personId, stage }) => `${personId} ${stage}`,
      );
    const before = await enterable();
    assert.ok(before.includes(`${candidate} candidate`) && before.at(-1) === `${activist} activist`);
    const { plan: entered } = await plan(clients.g1, { kind: "add", people: [candidate] }, 2027);
    assert.deepEqual(
      [entered.entries[0]?.trainingKind?.zh, entered.comparison.notPlanned.some((one) => one.personId === candidate)],
      ["三级党校发展对象集中培训班", false],
    );
    assert.ok(!(await enterable()).includes(`${candidate} candidate`));
    assert.deepEqual(
      [entered.mine.includes("confirm"), entered.mine.includes("report"), entered.mine.includes("approve")],
      [false, true, false],
    );
    await plan(clients.g1, { kind: "report", number: 1 }, 2027);
    assert.ok((await plan(clients.leader, { kind: "confirm" }, 2027)).plan.mine.includes("confirm"));
    const approved = await plan(clients.c, { kind: "approve", number: 1 }, 2027);
    assert.deepEqual([approved.plan.mine.includes("approve"), approved.plan.listDue], [true, "2026-06-15"]);
    await plan(clients.g1, { kind: "check", people: [candidate], due: true, reason: "" }, 2027);
    const due = async () => {
      const answer = await clients.g1.ask<AdmissionsDue>("GET", `/records/admissions/due?${of}`);
      return answer.people.map(({ personId }) => personId);
    };
    assert.deepEqual(await due(), []);
    await plan(clients.g1, { kind: "close-list" }, 2027);
    assert.deepEqual(await due(), [candidate]);
  });

  it("M9 a book number is used once", async () => {
    const [one, two] = [await someone({ stage: "candidate" }), await someone({ stage: "candidate" })];
    await service.services.store.write(async (tx) => {
      const [known] = await tx.procedures.plans({ units: [unitIdOf("g1")], year: 2026 });
      const planId = known?.id ?? assert.fail("no plan");
      const entries = [one, two].map(
        (id) => ({ planId, personId: toId<PersonId>(id), check: "due", reason: "" }) as const,
      );
      await tx.procedures.savePlanEntries(entries);
    });
    const admission = { joinedOn: "2026-05-20", approvingCommittee: "党委", approvedOn: "2026-05-28" };
    const rows = [one, two].map((personId) => ({ personId, ...admission, bookNumber: "ZG2026-9" }));
    const answer = await clients.g1.ask<AdmitAnswer>("POST", "/records/admissions", { rows });
    assert.equal(answer.done.length, 1);
    assert.deepEqual(answer.refused, [{ row: 1, refusal: { code: "book-number-taken", number: "ZG2026-9" } }]);
  });

  it("M10 who is due is converted on time, many at once; another result needs its note, which the superior reads", async () => {
    const probationary = { stage: "probationary", facts: { joinedOn: "2025-05-20" } } as const;
    const ids = [await someone(probationary), await someone(probationary), await someone(probationary)];
    const due = async (): Promise<readonly string[]> =>
      (await clients.g1.ask<readonly ConversionDue[]>("GET", `/records/conversions/due?unit=${unitIdOf("b11")}`)).map(
        ({ personId }) => personId,
      );
    assert.deepEqual((await due()).toSorted(), ids.toSorted());
    const convert = async (body: object): Promise<ConvertAnswer> =>
      await clients.g1.ask<ConvertAnswer>("POST", "/records/conversions", body);
    const answer = await convert({ people: ids.slice(0, 2), result: "on-time" });
    assert.equal(answer.done.length, 2);
    assert.equal((await read(ids[0] ?? "")).facts["convertedOn"], "2026-05-20");
    const extend = { people: ids.slice(2), result: "extended", months: 6, on: "2026-05-21" };
    assert.equal((await convert(extend)).refused[0]?.refusal.code, "note-required");
    assert.equal((await convert({ ...extend, note: NOTE })).done.length, 1);
    assert.deepEqual(await due(), []);
    const notices = await clients.g1.ask<readonly { kind: string; reason: string }[]>(
      "GET",
      `/records/unit-notices?unit=${unitIdOf("g1")}`,
    );
    assert.deepEqual(
      notices.filter(({ kind }) => kind === "conversion-extended").map(({ reason }) => reason),
      [NOTE],
    );
  });

  it("M1b leaving and restoring by kind; the record stays", async () => {
    const id = await someone();
    const leaving = { people: [id], on: TODAY, kind: "20", authority: "江南医科大学党委", reason: "停止党籍" };
    assert.equal((await clients.g1.ask<{ done: unknown[] }>("POST", "/records/leavings", leaving)).done.length, 1);
    assert.equal((await read(id)).belongings.at(-1)?.until, TODAY);
    const leavings = async () => await clients.g1.ask<Leavings>("GET", `/records/leavings?unit=${unitIdOf("g1")}`);
    const { left, leaveKinds, grounds, groundedKinds } = await leavings();
    assert.deepEqual(
      left.map(({ personId, kind, leftOn }) => [personId, kind?.zh, leftOn]),
      [[id, "停止党籍", TODAY]],
    );
    assert.ok(!leaveKinds.some(({ code }) => code === "41" || code === "42"));
    assert.ok(groundedKinds.includes("11") && !groundedKinds.includes("20") && grounds.length > 0);
    const wrong = await clients.g1.refusal("POST", "/records/leavings", { ...leaving, kind: "999" });
    assert.equal(wrong.code, "bad-request");
    const back = { people: [id], on: TODAY, branchId: unitIdOf("b12"), kind: "1", reason: "恢复党籍" };
    assert.equal((await clients.g1.ask<{ done: unknown[] }>("POST", "/records/restorings", back)).done.length, 1);
    assert.deepEqual((await read(id)).belongings.at(-1)?.unitId, unitIdOf("b12"));
    assert.deepEqual((await leavings()).left, []);
  });

  it("M16 A12 full exports are named with unit and period, begin where the last one ended, and are logged", async () => {
    const archive = async (): Promise<string> => {
      const body = { unitId: unitIdOf("g1"), list: "members", reason: "半年归档" };
      const file = await clients.g1.call("POST", "/records/archives", { body });
      assert.equal(file.status, 200);
      return decodeURIComponent(file.headers.get("content-disposition") ?? "");
    };
    assert.match(await archive(), /机关党总支党员信息全库（截至2026\.06\.01）\.xlsx/);
    assert.match(await archive(), /机关党总支党员信息全库（2026\.06\.01-2026\.06\.01）\.xlsx/);
    const exports = await service.services.store.read((tx) => tx.notes.exports(unitIdOf("g1"), "members"));
    assert.deepEqual(
      exports.map(({ purpose, to }) => [purpose, to]),
      [
        ["archive", TODAY],
        ["archive", TODAY],
      ],
    );
  });

  it("M20 dues are proposed from base and bands, paid by branch from month to month, each month once", async () => {
    const facts = { duesKind: "1", duesBase: "6000.00" };
    const [one, two] = [await someone({ facts }), await someone({ facts: { ...facts, duesBase: "" } })];
    const rows = [{ personId: one }, { personId: two }];
    const months = { from: "2025-09", to: "2025-11", paidOn: TODAY };
    const pay = async (body: object): Promise<PayAnswer> =>
      await clients.g1.ask<PayAnswer>("POST", "/records/dues", body);
    const answer = await pay({ ...months, rows });
    assert.deepEqual(answer.done, [{ row: 0, personId: one, amount: "90.00" }]);
    assert.deepEqual(answer.refused, [{ row: 1, refusal: { code: "dues-base-missing" } }]);
    const again = await pay({ ...months, rows: [{ personId: one }] });
    assert.deepEqual(again.refused, [{ row: 0, refusal: { code: "month-settled-already", month: "2025-09" } }]);
    const dues = await clients.g1.ask<readonly DuesRow[]>("GET", `/records/dues?unit=${unitIdOf("g1")}`);
    const row = dues.find(({ personId }) => personId === one);
    assert.deepEqual(
      [row?.proposed, row?.paidUntil, row?.unpaidMonths, row?.longUnpaid],
      ["90.00", "2025-11", 6, true],
    );
    const never = dues.find(({ personId }) => personId === two);
    assert.deepEqual([never?.owedFrom, never?.unpaidMonths, never?.longUnpaid], ["2025-09", 9, true]);
    assert.equal(never?.kindLabel?.zh, "按月工资比例");
    const { findings } = await clients.g1.ask<FindingsPage>("GET", `/records/findings?unit=${unitIdOf("g1")}`);
    const unpaid = findings.filter(({ check }) => check === "M21-13").map(({ record }) => record);
    assert.deepEqual(
      [one, two].map((id) => unpaid.includes(`person:${id}`)),
      [true, true],
    );
  });
});

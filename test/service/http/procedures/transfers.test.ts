import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Duty, Notice } from "#core/protocol/ledgers.ts";
import type {
  DestinationFound,
  RegisterAnswer,
  TransferChoices,
  TransferListed,
  TransferPerson,
  TransfersAnswer,
} from "#core/protocol/records/transfers.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";

const TODAY = "2026-06-01";
const BASE = { on: TODAY, reason: "工作调动" };
const OUTSIDE = { heading: "南方省委组织部", finallyTo: "南方大学党委", province: true };

describe("transfers over HTTP", function () {
  this.timeout(240_000);
  let service: TestService;
  let clients: Readonly<Record<"c" | "g1" | "g2" | "b11", HttpClient>>;
  let people = 0;

  before(async () => {
    service = await startTestService();
    const [c, g1, g2, b11] = [
      await service.signIn("c"),
      await service.signIn("g1"),
      await service.signIn("g2"),
      await service.signIn("b11"),
    ];
    clients = { c, g1, g2, b11 };
  });
  after(() => service.close());

  const someone = async (facts: Readonly<Record<string, string>> = {}): Promise<string> => {
    people += 1;
    const all = { idNumber: anIdNumber(people), name: `转接${String(people)}`, ...facts };
    return await saveRecord(service.services, { id: `per_t${String(people)}`, branch: "b11", facts: all });
  };
  const unitOf = async (id: string, on = TODAY): Promise<string | undefined> => {
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(id)]));
    return person?.belongings.find(({ from, until }) => from <= on && (until === null || until > (on as Day)))?.unitId;
  };
  const issue = async (personId: string, to: object = { unitCode: "g2" }): Promise<TransfersAnswer> =>
    await clients.g1.ask<TransfersAnswer>("POST", "/records/transfers", {
      ...{ ...BASE, rows: [{ personId, to, duesPaidUntil: "2026-05" }] },
    });
  const issued = async (personId: string, to?: object): Promise<string> =>
    (await issue(personId, to)).done[0]?.transferId ?? assert.fail("not issued");
  const act = async (client: HttpClient, id: string, move: object): Promise<TransfersAnswer> =>
    await client.ask<TransfersAnswer>("POST", "/records/transfers/act", {
      ...{ transfers: [id], on: dayOf(service.clock.now()), move },
    });
  const list = async (client: HttpClient, unit: string, query = ""): Promise<readonly TransferListed[]> =>
    await client.ask<readonly TransferListed[]>("GET", `/records/transfers?unit=${unitIdOf(unit)}${query}`);

  it("M11 moves people between branches of one's own at once", async () => {
    const person = await someone();
    const body = { ...BASE, people: [person], branchId: unitIdOf("b12") };
    const answer = await clients.g1.ask<TransfersAnswer>("POST", "/records/transfers/inside", body);
    assert.deepEqual([answer.done.length, answer.refused], [1, []]);
    assert.equal(await unitOf(person), unitIdOf("b12"));
    assert.equal(await unitOf(person, "2026-05-31"), unitIdOf("b11"));
  });

  it("M12 M13 letters wait for the office that issues, takes in or releases them, and its accounts are told", async () => {
    const waiting = async (client: HttpClient): Promise<readonly string[]> =>
      (await client.ask<readonly Duty[]>("GET", "/duties"))
        .filter(({ kind }) => kind === "transfer")
        .map(({ record, count, due }) => `${record ?? ""} ${String(count)} ${due ?? ""}`.trim());
    const all = async () => await Promise.all([clients.c, clients.g1, clients.g2, clients.b11].map(waiting));
    assert.deepEqual(await all(), [[], [], [], []]);
    const id = await issued(await someone());
    assert.deepEqual(await all(), [[], [], ["transfer:in 1 2026-07-01"], []]);
    const [told] = await clients.g2.ask<readonly Notice[]>("GET", "/notices");
    assert.deepEqual([told?.kind, told?.record, told?.reason], ["transfer-issued", `transfer:${id}`, "工作调动"]);
    await act(clients.g2, id, { act: "receive", branchId: unitIdOf("b21") });
    const printed = await issued(await someone(), OUTSIDE);
    assert.deepEqual(await all(), [["transfer:out 1 2026-07-31"], [], [], []]);
    await act(clients.c, printed, { act: "release" });
    assert.deepEqual(await all(), [[], [], [], []]);
  });

  it("M12 until it is received the person counts at the sender; then he is in the receiver's branch", async () => {
    const person = await someone();
    const id = await issued(person);
    assert.equal(await unitOf(person), unitIdOf("b11"));
    const arriving = (await list(clients.g2, "g2", "&side=in&open=open")).find((one) => one.id === id);
    assert.deepEqual(
      [arriving?.state, arriving?.acts, arriving?.validUntil, arriving?.mobile],
      ["open", ["receive", "endorse", "revoke"], "2026-07-01", "139****0001"],
    );
    const foreign = await clients.g1.refusal("POST", "/records/transfers/act", {
      ...{ transfers: [id], on: TODAY, move: { act: "receive", branchId: unitIdOf("b21") } },
    });
    assert.equal(foreign.code, "not-found");
    const received = await act(clients.g2, id, { act: "receive", branchId: unitIdOf("b21") });
    assert.equal(received.done.length, 1);
    assert.equal(await unitOf(person), unitIdOf("b21"));
    const again = await act(clients.g2, id, { act: "receive", branchId: unitIdOf("b22") });
    assert.deepEqual(again.refused, [
      { row: 0, refusal: { code: "transfer-not-open", act: "receive", state: "received" } },
    ]);
  });

  it("M12 one person has one open letter, and two desks that receive at once receive once", async () => {
    const person = await someone();
    const id = await issued(person);
    const second = await issue(person);
    assert.deepEqual(second.refused, [{ row: 0, refusal: { code: "transfer-open-already" } }]);
    const move = { act: "receive", branchId: unitIdOf("b21") };
    const body = { transfers: [id], on: TODAY, move };
    const answers = await Promise.all([0, 1].map(() => clients.g2.call("POST", "/records/transfers/act", { body })));
    const done = answers.map(({ status, text }) =>
      status === 200 ? (JSON.parse(text) as TransfersAnswer).done.length : 0,
    );
    assert.deepEqual(done.toSorted(), [0, 1]);
  });

  it("M12 a receiver revokes, endorses and asks; the sender declines", async () => {
    const person = await someone();
    const id = await issued(person);
    const to = { unitCode: "b22" };
    await act(clients.g2, id, { act: "endorse", to, reason: "应转第二支部" });
    await act(clients.g2, id, { act: "revoke", reason: "并非本单位人员" });
    assert.equal(await unitOf(person), unitIdOf("b11"));
    const [name, idNumber] = [`转接${String(people)}`, anIdNumber(people)];
    const ask = { idNumber, name, unitId: unitIdOf("g2"), reason: "已来我处工作" };
    const wrong = await clients.g2.refusal("POST", "/records/transfers/ask", { ...ask, name: "别人" });
    assert.equal(wrong.code, "not-found");
    const asked = await clients.g2.ask<{ transferId: string }>("POST", "/records/transfers/ask", ask);
    const seen = (await list(clients.g1, "g1", "&side=out&open=open")).find((one) => one.id === asked.transferId);
    assert.deepEqual([seen?.state, seen?.acts], ["asked", ["issue", "decline"]]);
    await act(clients.g1, asked.transferId, { act: "issue", duesPaidUntil: "2026-05" });
    assert.equal(
      (await act(clients.g2, asked.transferId, { act: "receive", branchId: unitIdOf("b22") })).done.length,
      1,
    );
  });

  it("M13 A12 a letter to another province is numbered, printed with its counterfoil, released after comparing", async () => {
    const person = await someone();
    const id = await issued(person, OUTSIDE);
    const [letter] = (await list(clients.g1, "b11", "&side=out")).filter((one) => one.id === id);
    assert.match(letter?.number ?? "", /^2026-\d{4}$/);
    const printed = await clients.g1.call("GET", `/records/transfers/${id}/letter`);
    assert.deepEqual([printed.status, printed.headers.get("content-type")?.includes("wordprocessingml")], [200, true]);
    const early = await act(clients.g1, id, { act: "release" });
    assert.deepEqual(early.refused[0]?.refusal, { code: "transfer-not-yours", act: "release" });
    assert.equal((await act(clients.c, id, { act: "release" })).done.length, 1);
    assert.equal((await act(clients.g1, id, { act: "receive", branchId: null })).done.length, 1);
    assert.equal(await unitOf(person), undefined);
    const back = {
      ...{ ...BASE, name: `转接${String(people)}`, idNumber: anIdNumber(people), branchId: unitIdOf("b21") },
      ...{ heading: "南方省委组织部", number: "9", duesPaidUntil: "2026-05" },
    };
    await clients.g2.ask("POST", "/records/transfers/arrive", back);
    assert.equal(await unitOf(person), unitIdOf("b21"));
  });

  it("M13 who was never here comes in by a registration form, recorded with the letter's heading and number", async () => {
    const letter = { ...BASE, heading: "北方省委组织部", number: "北-17", duesPaidUntil: "2026-05" };
    const fields = { name: "远来", idNumber: anIdNumber(801), mobile: "13900000801", joinedOn: "2020-06-30" };
    const body = { ...letter, branchId: unitIdOf("b21"), fields };
    const wrong = { ...fields, idNumber: "110105200001018011", joinedOn: "2020-13-01" };
    const refused = await clients.g2.ask<RegisterAnswer>("POST", "/records/transfers/register", {
      ...body,
      fields: wrong,
    });
    assert.deepEqual(refused.result === "refused" && refused.problems.map(({ field }) => field).toSorted(), [
      "idNumber",
      "joinedOn",
    ]);
    const made = await clients.g2.ask<RegisterAnswer>("POST", "/records/transfers/register", body);
    const arrived = (await list(clients.g2, "b21", "&side=in")).find(({ name }) => name === "远来");
    assert.deepEqual(
      [made.result, arrived?.kind, arrived?.state, arrived?.from, arrived?.number, arrived?.branch],
      ["made", "from-outside", "received", "北方省委组织部", "北-17", "基础第一党支部"],
    );
    assert.equal(arrived && (await unitOf(arrived.personId)), unitIdOf("b21"));
    const again = await clients.g2.refusal("POST", "/records/transfers/register", body);
    assert.equal(again.code, "id-number-known");
  });

  it("M12 A9 a code names its unit to who gives it exactly; the forms' people are one's own and masked", async () => {
    const found = await clients.g1.ask<DestinationFound>("GET", "/records/transfers/destination?code=b21");
    assert.deepEqual(found, { code: "b21", name: "基础第一党支部", above: "基础医学院党总支" });
    const unknown = await clients.g1.refusal("GET", "/records/transfers/destination?code=b2");
    assert.equal(unknown.code, "not-found");
    const id = await someone();
    await issued(id);
    const path = `/records/transfers/people?unit=${unitIdOf("g1")}`;
    const one = (await clients.g1.ask<readonly TransferPerson[]>("GET", path)).find(({ personId }) => personId === id);
    assert.deepEqual([one?.unitName, one?.underWay, one?.hasMobile], ["机关第一党支部", true, true]);
    assert.match(one?.idNumber ?? "", /\*{6}/);
    assert.equal((await clients.g2.refusal("GET", path)).code, "not-found");
  });

  it("M12a a letter to a committee of the city is closed by its receipt, and the person has left", async () => {
    const person = await someone();
    const id = await issued(person, { heading: "市卫健委党委", finallyTo: "", province: false });
    const [letter] = (await list(clients.g1, "b11", "&side=out&open=open")).filter((one) => one.id === id);
    assert.deepEqual([letter?.state, letter?.outside, letter?.validUntil], ["open", true, "2026-07-01"]);
    const branch = await act(clients.g1, id, { act: "receive", branchId: unitIdOf("b12") });
    assert.deepEqual(branch.refused[0]?.refusal, { code: "unit-takes-no-members" });
    assert.equal((await act(clients.g1, id, { act: "receive", branchId: null })).done.length, 1);
    assert.equal(await unitOf(person), undefined);
  });

  it("M15 who cannot be reached goes to a branch for lost members with a named keeper, and comes back", async () => {
    const [lost, keeper] = [await someone(), await someone()];
    const body = { ...BASE, people: [lost], since: "2026-01-15", keeperId: keeper, branchId: unitIdOf("b12") };
    const choices = await clients.g1.ask<TransferChoices>("GET", "/records/transfers/choices");
    assert.ok(choices.lostReasons.some(({ code }) => code === "3"));
    const wrong = await clients.g1.refusal("POST", "/records/lost", { ...body, why: "x" });
    assert.equal(wrong.code, "bad-request");
    const self = await clients.g1.ask<TransfersAnswer>("POST", "/records/lost", { ...body, why: "3", keeperId: lost });
    assert.deepEqual(self.refused[0]?.refusal, { code: "person-needs", field: "keeper" });
    await clients.g1.ask("POST", "/records/lost", { ...body, why: "3" });
    const path = `/records/transfers/people?unit=${unitIdOf("b12")}`;
    const listed = async () =>
      (await clients.g1.ask<readonly TransferPerson[]>("GET", path)).find(({ personId }) => personId === lost);
    assert.deepEqual((await listed())?.lost, { since: "2026-01-15", why: "3", keeper: `转接${String(people)}` });
    const back = { ...BASE, people: [lost], branchId: unitIdOf("b11") };
    assert.equal((await clients.g1.ask<TransfersAnswer>("POST", "/records/found", back)).done.length, 1);
    assert.equal(await unitOf(lost), unitIdOf("b11"));
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(lost)]));
    assert.deepEqual([person?.facts["lost"], person?.lists["absences"]?.[0]?.["until"]], ["0", TODAY]);
  });

  it("M12b a class is transferred in one sheet with each one's destination; refused lines come back", async () => {
    const rows = [await someone(), await someone({ mobile: "" }), await someone()].map((personId, index) => ({
      ...{ personId, duesPaidUntil: "2026-05", graduate: true },
      to: index === 2 ? { ...OUTSIDE, province: false } : { unitCode: "g2" },
    }));
    const answer = await clients.b11.ask<TransfersAnswer>("POST", "/records/transfers", { ...BASE, rows });
    assert.deepEqual(
      answer.done.map(({ row }) => row),
      [0, 2],
    );
    assert.deepEqual(answer.refused, [{ row: 1, refusal: { code: "person-needs", field: "mobile" } }]);
    const letters = (await list(clients.b11, "b11", "&side=out&open=open")).filter(({ scope }) => scope === "graduate");
    assert.deepEqual(
      letters.map(({ validUntil }) => validUntil),
      ["2026-08-30", "2026-08-30"],
    );
    assert.equal(new Set(letters.map(({ batchId }) => batchId)).size, 1);
  });

  it("M12b a whole unit goes in one act, or nobody does; its receiver takes all of them in with one act", async () => {
    const branch = {
      parentId: unitIdOf("g1"),
      code: "b13",
      name: "机关第三党支部",
      shortName: "三支部",
      kind: "branch",
    };
    const { id: unitId } = await clients.g1.ask<{ id: string }>("POST", "/units", { ...branch, foundedOn: TODAY });
    const moving = [await someone(), await someone({ mobile: "" })];
    const inside = { ...BASE, people: moving, branchId: unitId };
    assert.deepEqual((await clients.g1.ask<TransfersAnswer>("POST", "/records/transfers/inside", inside)).refused, []);
    const whole = { ...BASE, unitId, to: { unitCode: "g2" }, duesPaidUntil: "2026-05" };
    const held = await clients.g1.refusal("POST", "/records/transfers/whole-unit", whole);
    assert.deepEqual(held, { code: "person-needs", field: "mobile" });
    const path = `/records/transfers?unit=${unitId}&side=out&open=open`;
    assert.deepEqual(await clients.g1.ask("GET", path), []);
    const away = { ...BASE, people: moving.slice(1), branchId: unitIdOf("b12") };
    await clients.g1.ask("POST", "/records/transfers/inside", away);
    await clients.g1.ask("POST", "/records/transfers/inside", { ...BASE, people: [await someone()], branchId: unitId });
    const gone = await clients.g1.ask<TransfersAnswer>("POST", "/records/transfers/whole-unit", whole);
    assert.deepEqual([gone.done.length, gone.refused], [2, []]);
    const transfers = gone.done.map(({ transferId }) => transferId);
    const move = { act: "receive", branchId: unitIdOf("b22") };
    const received = await clients.g2.ask<TransfersAnswer>("POST", "/records/transfers/act", {
      ...{ transfers, on: TODAY, move },
    });
    assert.equal(received.done.length, 2);
    assert.equal(await unitOf(moving[0] ?? ""), unitIdOf("b22"));
  });

  it("M14 overdue letters are listed with the holders' numbers, which is logged; a month later the sender revokes", async () => {
    const id = await issued(await someone());
    service.clock.pass({ days: 62 });
    const g1 = await service.signIn("g1");
    const overdue = (await list(g1, "g1", "&open=overdue")).find((one) => one.id === id);
    assert.deepEqual([overdue?.overdue, overdue?.mobile, overdue?.acts], [true, "13900000001", ["endorse", "revoke"]]);
    assert.equal((await act(g1, id, { act: "revoke", reason: "逾期未接收" })).done.length, 1);
  });
});

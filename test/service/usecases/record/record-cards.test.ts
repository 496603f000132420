import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type {
  DuplicateGroup,
  FindingsPage,
  NewPersonAnswer,
  PersonCard,
  QuestionView,
  RecordHistoryEntry,
  RecordUnits,
  RequiredPage,
  Revealed,
  SearchAnswer,
} from "#core/protocol/records/records.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const ID_OF_LIN = anIdNumber("1990-03-05", 11);
const ID_OF_FAR = anIdNumber("1980-01-01", 33);
const REASON = "为介绍信核对";

describe("one person's record", function () {
  this.timeout(240_000);
  let service: TestService;
  let officer: HttpClient;
  before(async () => {
    service = await startTestService();
    officer = await service.signIn("g1");
    await service.services.store.write((tx) =>
      tx.people.insert([
        aKnownPerson({ id: "lin", unit: "b11", idNumber: ID_OF_LIN, facts: { name: "林清", mobile: "13712345678" } }),
        aKnownPerson({ id: "twin", unit: "b12", facts: { name: "林青", birthDate: "1990-03-05", email: "a@b.cn" } }),
        aKnownPerson({ id: "far", unit: "b21", idNumber: ID_OF_FAR, facts: { name: "何远" } }),
      ]),
    );
  });
  after(() => service.close());

  const g1 = `unit=${unitIdOf("g1")}`;
  const card = (id: string, client = officer): Promise<PersonCard> => client.ask("GET", `/records/people/${id}`);
  const search = (body: object, client = officer): Promise<SearchAnswer> => client.ask("POST", "/records/search", body);
  const newPerson = (fields: object): Promise<NewPersonAnswer> =>
    officer.ask("POST", "/records/people", { unitId: unitIdOf("b11"), kind: "applicant", from: "2026-01-05", fields });

  it("A11 an office sees its own unit and everything below, nothing beside and above", async () => {
    const { units } = await officer.ask<RecordUnits>("GET", "/records/units");
    assert.deepEqual(
      units.map(({ id }) => id),
      ["g1", "b11", "b12"].map(unitIdOf),
    );
    assert.equal(units[0]?.parentId, null);
    const member = await service.signIn("b11-m1");
    assert.deepEqual((await member.ask<RecordUnits>("GET", "/records/units")).units, []);
  });

  it("M1 a card shows every field masked, and where the person belonged", async () => {
    const lin = await card("lin");
    assert.deepEqual([lin.name, lin.stage, lin.mayWork], ["林清", "full", true]);
    assert.match(lin.row.facts["idNumber"] ?? "", /^310\*{11}/);
    assert.deepEqual(
      lin.belongings.map(({ unitName, from }) => [unitName, from]),
      [["机关第一党支部", "2020-01-01"]],
    );
    assert.ok(lin.fields.some(({ key }) => key === "appraisal.2026"));
  });

  it("A9 a foreign card answers like a missing one; a member reads his own and may not work on it", async () => {
    assert.equal((await officer.refusal("GET", "/records/people/far")).code, "not-found");
    const member = await service.signIn("b11-m1");
    assert.equal((await card("person-b11-m1", member)).mayWork, false);
    assert.equal((await member.refusal("GET", "/records/people/lin")).code, "not-found");
  });

  it("A12 a full value takes a reason, and the log says who saw which field and why", async () => {
    const path = "/records/people/lin/reveal";
    assert.equal((await officer.refusal("POST", path, { field: "idNumber", reason: " " })).code, "bad-request");
    const { value } = await officer.ask<Revealed>("POST", path, { field: "idNumber", reason: REASON });
    assert.equal(value, ID_OF_LIN);
    const [entry] = await service.services.store.read((tx) => tx.audit.entries({ most: 1, record: "person:lin" }));
    assert.deepEqual([entry?.action, entry?.why, entry?.fields[0]?.field], ["reveal", REASON, "idNumber"]);
    assert.doesNotMatch(JSON.stringify(entry), new RegExp(ID_OF_LIN));
  });

  it("M3 only who gives exact ID number and name learns that there is a record elsewhere, and where", async () => {
    assert.equal((await search({ name: "林清" })).people.length, 1);
    assert.equal((await search({ mobile: "13712345678" })).people[0]?.record, "person:lin");
    assert.deepEqual(await search({ idNumber: ID_OF_FAR }), { people: [], elsewhere: null });
    assert.deepEqual(await search({ idNumber: ID_OF_FAR, name: "何近" }), { people: [], elsewhere: null });
    const { elsewhere } = await search({ idNumber: ID_OF_FAR, name: "何远" });
    assert.deepEqual(elsewhere, { unitName: "基础第一党支部", left: false });
    const [entry] = await service.services.store.read((tx) => tx.audit.entries({ most: 1, record: "person:far" }));
    assert.equal(entry?.action, "search");
  });

  it("A9 M3 an account that may only read searches as others do, logged, and is shown masks", async () => {
    const reader = await service.signIn("g1-reader");
    const [lin] = (await search({ idNumber: ID_OF_LIN }, reader)).people;
    assert.deepEqual([lin?.record, lin?.idNumber.includes("*")], ["person:lin", true]);
    assert.equal((await search({ idNumber: ID_OF_FAR, name: "何远" }, reader)).elsewhere?.left, false);
    const [entry] = await service.services.store.read((tx) => tx.audit.entries({ most: 1 }));
    assert.deepEqual([entry?.action, entry?.accountId], ["search", service.accountId("g1-reader")]);
    const reveal = { field: "idNumber", reason: REASON };
    assert.equal((await reader.refusal("POST", "/records/people/lin/reveal", reveal)).code, "read-only");
  });

  it("M1 M3 a new person by form: every problem at once, a known ID number refused", async () => {
    const refused = await newPerson({ name: "新来", idNumber: `${ID_OF_LIN.slice(0, 17)}?`, ethnic: "火星族" });
    assert.ok(refused.result === "refused");
    assert.deepEqual(refused.problems.map(({ field }) => field).toSorted(), ["ethnic", "idNumber"]);
    const known = { unitId: unitIdOf("b11"), kind: "applicant", from: "2026-01-05" };
    const body = { ...known, fields: { name: "何远", idNumber: ID_OF_FAR } };
    assert.deepEqual(await officer.refusal("POST", "/records/people", body), { code: "id-number-known" });
    const made = await newPerson({ name: "新来", idNumber: anIdNumber("2004-05-06", 44), appliedOn: "2025-10-08" });
    assert.ok(made.result === "made");
    const { row, stage } = await card(made.record.slice("person:".length));
    assert.deepEqual([row.facts["sex"], row.facts["birthDate"], stage], ["2", "2004-05-06", "applicant"]);
  });

  it("M3 the finder lists near names with one birth date; merging keeps both histories", async () => {
    const groups = await officer.ask<readonly DuplicateGroup[]>("GET", `/records/duplicates?${g1}`);
    const near = groups.find(({ why }) => why === "near-name-and-birth-date");
    assert.deepEqual(near?.people.map(({ record }) => record).toSorted(), ["person:lin", "person:twin"]);
    const edit = { record: "person:twin", field: "remark", baseRevision: 0, value: "重复登记" };
    await officer.ask("POST", "/records/push", { key: "before merging", edits: [edit] });
    await officer.ask("POST", "/records/people/lin/merge", { from: "twin", reason: "同一人登记两次" });
    const lin = await card("lin");
    assert.deepEqual([lin.row.facts["email"], lin.mergedFrom], ["a@b.cn", ["person:twin"]]);
    assert.equal((await officer.refusal("GET", "/records/people/twin")).code, "not-found");
    const path = "/records/history?record=person:lin&field=remark";
    const history = await officer.ask<readonly RecordHistoryEntry[]>("GET", path);
    assert.deepEqual(
      history.map(({ action, value }) => [action, value]),
      [
        ["merge", "重复登记"],
        ["edit", "重复登记"],
      ],
    );
    const { rows } = await officer.ask<RosterView>("GET", `/records/rosters/members?${g1}`);
    assert.ok(rows.every(({ record }) => record !== "person:twin"));
  });

  it("M2 the page per unit counts what is maintained, never rounded up", async () => {
    const page = await officer.ask<RequiredPage>("GET", `/records/required?${g1}`);
    const { maintained, required, percentage } = page.total;
    assert.equal(percentage, Math.floor((100 * maintained) / required));
    assert.deepEqual(
      page.units.map(({ unitId }) => unitId),
      ["g1", "b11", "b12"].map(unitIdOf),
    );
    assert.equal(
      page.units.reduce((sum, unit) => sum + unit.required, 0),
      required,
    );
    assert.ok(page.missing.some(({ record, fields }) => record === "person:lin" && fields.includes("ethnic")));
    assert.ok(page.labels["ethnic"]);
    assert.equal(page.line, 98);
  });

  it("M21 fixing a record clears its finding at once; an explanation is bound to the values", async () => {
    const findings = async (): Promise<FindingsPage> => officer.ask("GET", `/records/findings?${g1}`);
    const ofLin = async () => (await findings()).findings.filter(({ record }) => record === "person:lin");
    const before = await ofLin();
    assert.ok(before.length > 0);
    const { counts } = await findings();
    assert.equal(
      counts.reduce((sum, { count }) => sum + count, 0),
      (await findings()).findings.length,
    );
    const asking = before.find(({ severity }) => severity === "explain");
    if (asking) {
      const { record, check } = asking;
      const refusal = await officer.refusal("POST", "/records/findings/explain", { record, check, text: "无" });
      assert.equal(refusal.code, "explanation-too-short");
      const text = "档案材料遗失，已向上级申请补办";
      await officer.ask("POST", "/records/findings/explain", { record, check, text });
      assert.equal((await ofLin()).find((one) => one.check === check)?.explanation, text);
    }
    const edit = { record: "person:lin", field: "joinedOn", baseRevision: 1, value: "2005-06-01" };
    await officer.ask("POST", "/records/push", { key: "too young to join", edits: [edit] });
    const young = (await ofLin()).map(({ check, field }) => `${check} ${field}`);
    const back = { ...edit, baseRevision: 2, value: "2015-06-01" };
    await officer.ask("POST", "/records/push", { key: "old enough again", edits: [back] });
    const again = (await ofLin()).map(({ check, field }) => `${check} ${field}`);
    assert.ok(young.some((one) => !again.includes(one)));
    assert.deepEqual(
      again,
      before.map(({ check, field }) => `${check} ${field}`),
    );
  });

  it("M22 a question is saved under a name, asked with a cross-table, and deleted", async () => {
    const asked = { unitId: unitIdOf("g1"), baseRevision: 0, name: "女党员", condition: "性别 = 女" };
    const saved = await officer.ask<QuestionView>("POST", "/records/questions", asked);
    assert.equal(saved.revision, 1);
    assert.equal((await officer.refusal("POST", "/records/questions", asked)).code, "question-name-taken");
    const branch = await service.signIn("b11");
    const seen = await branch.ask<readonly QuestionView[]>("GET", `/records/questions?unit=${unitIdOf("b11")}`);
    assert.deepEqual(
      seen.map(({ name }) => name),
      ["女党员"],
    );
    assert.equal((await branch.refusal("DELETE", `/records/questions/${saved.id}`)).code, "not-found");
    const query = new URLSearchParams({
      unit: unitIdOf("g1"),
      condition: "性别 = 男",
      rows: "性别",
      columns: "人员类别",
    });
    const answer = await officer.ask<{ count: number; table: { counts: number[][] } }>(
      "GET",
      `/records/questions/answer?${query.toString()}`,
    );
    assert.equal(
      answer.table.counts.flat().reduce((sum, count) => sum + count, 0),
      answer.count,
    );
    await officer.ask("DELETE", `/records/questions/${saved.id}`);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Outcome, PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { AskAnswer } from "#core/protocol/records/records.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import { toId, type PersonId, type PostId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { aUnitRecord } from "#test/builders/record-world.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const ID_OF_LIN = anIdNumber("1990-03-05", 11);
const ID_OF_WU = anIdNumber("1991-07-08", 22);
const LIN = "person:lin";
const WU = "person:wu";
const FAR = "person:far";

for (const db of ["sqlite", "postgres"] as const) {
  describe(`pushing edits of records, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let officer: HttpClient;
    let keys = 0;
    before(async () => {
      service = await startTestService({ db });
      officer = await service.signIn("g1");
      await service.services.store.write((tx) =>
        tx.people.insert([
          aKnownPerson({ id: "lin", unit: "b11", idNumber: ID_OF_LIN, facts: { mobile: "13712345678" } }),
          aKnownPerson({ id: "wu", unit: "b12", idNumber: ID_OF_WU }),
          aKnownPerson({ id: "far", unit: "b21", idNumber: anIdNumber("1980-01-01", 33) }),
        ]),
      );
    });
    after(() => service.close());

    const push = async (edits: readonly PushEdit[], client = officer): Promise<readonly Outcome[]> => {
      keys += 1;
      const body = { key: `push number ${keys}`, edits };
      return (await client.ask<PushAnswer>("POST", "/records/push", body)).outcomes;
    };
    type Typed = readonly [record: string, field: string, value: PushEdit["value"], baseRevision?: number];
    const edit = (...[record, field, value, baseRevision = 0]: Typed): PushEdit => ({
      ...{ record, field, value, baseRevision },
    });
    const codes = (outcomes: readonly Outcome[]): readonly string[] =>
      outcomes.map((outcome) => (outcome.result === "refused" ? outcome.refusal.code : outcome.result));
    const roster = (client = officer, list = "members", more = ""): Promise<RosterView> =>
      client.ask("GET", `/records/rosters/${list}?unit=${unitIdOf("g1")}${more}`);
    const rowOf = async (record: string) =>
      (await roster()).rows.find((row) => row.record === record) ?? assert.fail(`${record} is not in the roster`);

    it("M1 a typed label, a date as written and full-width digits become what the record holds", async () => {
      const outcomes = await push([
        edit(LIN, "ethnic", "汉族"),
        edit(LIN, "workStart", "2014年7月"),
        edit(LIN, "duesBase", "３０００．５"),
        edit(LIN, "appraisal.2026", "合格"),
      ]);
      assert.deepEqual(codes(outcomes), ["accepted", "accepted", "accepted", "accepted"]);
      const { facts, revisions } = await rowOf(LIN);
      assert.deepEqual([facts["ethnic"], facts["workStart"]], ["01", "2014-07"]);
      assert.equal(revisions["ethnic"], 1);
    });

    it("W3 each refused cell comes back with its reason, the others are done", async () => {
      const outcomes = await push([
        edit(LIN, "birthDate", "1990-13-01", 1),
        edit(LIN, "sex", "2", 1),
        edit(LIN, "nonsense", "x"),
        edit(LIN, "age", "20"),
        edit(LIN, "convertedOn", "2099-01-01", 1),
        edit(LIN, "remark", "好"),
      ]);
      assert.deepEqual(codes(outcomes), [
        ...["day-impossible", "sex-against-id-number", "unknown-field", "field-computed", "day-in-the-future"],
        "accepted",
      ]);
    });

    it("W3 a field that changed since its base is a conflict that says who has what, and only that field", async () => {
      const branch = await service.signIn("b11");
      assert.deepEqual(codes(await push([edit(LIN, "address", "甲路 1 号")], branch)), ["accepted"]);
      const [conflict, other] = await push([edit(LIN, "address", "乙路 2 号"), edit(LIN, "email", "a@b.cn")]);
      assert.equal(other?.result, "accepted");
      assert.ok(conflict?.result === "conflict");
      assert.deepEqual([conflict.theirs, conflict.revision], ["甲路 1 号", 1]);
      assert.match(conflict.who, /机关第一党支部/);
      assert.deepEqual(codes(await push([edit(LIN, "address", "甲路 1 号")])), ["unchanged"]);
    });

    it("W3 a retry of the same push changes nothing twice; another body under its key is refused", async () => {
      const body = { key: "one key of mine", edits: [edit(WU, "remark", "一次")] };
      const first = await officer.ask<PushAnswer>("POST", "/records/push", body);
      assert.deepEqual(await officer.ask("POST", "/records/push", body), first);
      const other = { ...body, edits: [edit(WU, "remark", "两次")] };
      assert.equal((await officer.refusal("POST", "/records/push", other)).code, "push-key-reused");
    });

    it("M3 an ID number that somebody has is refused, also twice within one push, and tells nothing of whom", async () => {
      const [taken] = await push([edit(LIN, "idNumber", ID_OF_WU, 1)]);
      assert.deepEqual(taken, { result: "refused", refusal: { code: "id-number-known" } });
      const foreign = await push([edit(LIN, "idNumber", anIdNumber("1980-01-01", 33), 1)]);
      assert.deepEqual(codes(foreign), ["id-number-known"]);
    });

    it("M1 ID number, birth date and sex may change together, in any order", async () => {
      const corrected = anIdNumber("1990-03-06", 24);
      const outcomes = await push([
        edit(LIN, "sex", "女", 1),
        edit(LIN, "idNumber", corrected, 1),
        edit(LIN, "birthDate", "1990-03-06", 1),
      ]);
      assert.deepEqual(codes(outcomes), ["accepted", "accepted", "accepted"]);
    });

    it("A12 sensitive values are masked in rosters, histories and conflicts, and sealed in the audit", async () => {
      const { facts } = await rowOf(LIN);
      assert.match(facts["idNumber"] ?? "", /^310\*{11}/);
      assert.equal(facts["mobile"], "137****5678");
      assert.deepEqual(codes(await push([edit(LIN, "mobile", "137****5678", 1)])), ["unchanged"]);
      assert.deepEqual(codes(await push([edit(LIN, "mobile", "13700009999", 1)])), ["accepted"]);
      const [conflict] = await push([edit(LIN, "mobile", "13700008888", 1)]);
      assert.equal(conflict?.result === "conflict" && conflict.theirs, "137****9999");
      const [entries, history] = await service.services.store.read(async (tx) => [
        await tx.audit.entries({ most: 50, record: LIN }),
        await tx.ledgers.history(LIN, "mobile"),
      ]);
      assert.equal(history[0]?.value, "137****9999");
      const changed = entries.flatMap(({ fields }) => fields).find(({ field }) => field === "mobile");
      assert.deepEqual([changed?.new, changed?.sensitive], ["***", true]);
    });

    it("A9 A11 another office's record answers like one that does not exist, upward and sideways", async () => {
      const branch = await service.signIn("b11");
      const outcomes = await push(
        [edit(FAR, "remark", "x"), edit("person:nobody", "remark", "x"), edit(WU, "remark", "x")],
        branch,
      );
      assert.deepEqual(outcomes[0], { result: "refused", refusal: { code: "not-found" } });
      assert.deepEqual(outcomes[1], outcomes[0]);
      assert.deepEqual(outcomes[2], outcomes[0]);
      const rows = (await officer.ask<RosterView>("GET", `/records/rosters/members?unit=${unitIdOf("g1")}`)).rows;
      assert.ok(rows.every(({ record }) => record !== FAR));
      const foreign = `/records/rosters/members?unit=${unitIdOf("g1")}`;
      assert.equal((await branch.refusal("GET", foreign)).code, "not-found");
      assert.equal((await branch.refusal("GET", foreign.replace("g1", "nothing"))).code, "not-found");
    });

    it("A11 a plain member changes nothing and sees no roster", async () => {
      const member = await service.signIn("b11-m1");
      assert.deepEqual(codes(await push([edit("person:person-b11-m1", "remark", "x")], member)), ["forbidden"]);
      assert.equal((await member.refusal("GET", `/records/rosters/members?unit=${unitIdOf("b11")}`)).code, "not-found");
    });

    it("M17 a unit's own fields are edited like a person's; its name is a procedure's", async () => {
      const outcomes = await push([
        edit(`unit:${unitIdOf("b11")}`, "foundedOn", "1998-7-1"),
        edit(`unit:${unitIdOf("b11")}`, "name", "别名"),
        edit(`unit:${unitIdOf("c")}`, "foundedOn", "1998-7-1"),
      ]);
      assert.deepEqual(codes(outcomes), ["accepted", "by-procedure", "not-found"]);
      const { rows } = await roster(officer, "units");
      const row = rows.find(({ record }) => record === `unit:${unitIdOf("b11")}`);
      assert.equal(row?.facts["foundedOn"], "1998-07-01");
      assert.equal(row.facts["parent"], "机关党总支");
      assert.equal(row.revisions["foundedOn"], 1);
    });

    it("M4 M22 a filter picks from a list, and one that cannot be read says where", async () => {
      const filter = encodeURIComponent("民族 = 汉族");
      const { rows } = await roster(officer, "members", `&filter=${filter}`);
      assert.deepEqual(
        rows.map(({ record }) => record),
        [LIN],
      );
      const path = `/records/rosters/members?unit=${unitIdOf("g1")}&filter=${encodeURIComponent("民族 = ")}`;
      assert.equal((await officer.refusal("GET", path)).code, "question-unreadable");
    });

    it("M18 as of an earlier day a list shows who stood there, and lets nobody edit", async () => {
      const { rows } = await roster(officer, "members", "&on=2021-01-01");
      const row = rows.find(({ record }) => record === LIN);
      assert.equal(row?.locked, true);
      assert.deepEqual((await roster(officer, "members", "&on=2019-12-31")).rows, []);
    });

    it("A9 who was moved to another office while his row was edited is out of reach, and nothing of him is touched", async () => {
      const branch = await service.signIn("b12");
      const [wu] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>("wu")]));
      assert.ok(wu);
      const [before] = wu.belongings;
      assert.ok(before);
      const moved = {
        ...before,
        id: toId<PostId>("belonging-wu-2"),
        unitId: unitIdOf("b21"),
        from: "2026-01-01" as Day,
      };
      await service.services.store.write((tx) =>
        tx.people.saveBelongings([
          { ...before, until: moved.from, personId: wu.id },
          { ...moved, personId: wu.id },
        ]),
      );
      assert.deepEqual(codes(await push([edit(WU, "remark", "迟到", 1)], branch)), ["not-found"]);
      const [now] = await service.services.store.read((tx) => tx.people.byIds([wu.id]));
      assert.deepEqual([now?.facts, now?.version], [wu.facts, wu.version]);
      const there = await service.signIn("b21");
      assert.deepEqual(codes(await push([edit(WU, "remark", "已到", 1)], there)), ["accepted"]);
    });

    it("A9 A11 a list and a count of an earlier day tell nothing of who has another office since", async () => {
      const listed = async (client: HttpClient, unit: string): Promise<readonly string[]> => {
        const path = `/records/rosters/members?unit=${unitIdOf(unit)}&on=2025-06-30`;
        const { rows } = await client.ask<RosterView>("GET", path);
        return rows.map(({ record }) => record).filter((record) => [LIN, WU].includes(record));
      };
      const counted = async (client: HttpClient, unit: string): Promise<number> => {
        const path = `/records/questions/answer?unit=${unitIdOf(unit)}&on=2025-06-30&condition=`;
        return (await client.ask<AskAnswer>("GET", path)).count;
      };
      assert.deepEqual(await listed(officer, "g1"), [LIN]);
      const committee = await service.signIn("c");
      assert.deepEqual(
        (await listed(committee, "g1")).toSorted(),
        [LIN, WU],
        "who reads him still, reads where he was",
      );
      assert.equal((await counted(committee, "g1")) - (await counted(officer, "g1")), 1);
    });

    it("A9 A11 findings and duplicates of an earlier day tell nothing of him either", async () => {
      const namedBy = async (client: HttpClient): Promise<string> => {
        const query = `unit=${unitIdOf("g1")}&on=2025-06-30`;
        const pages = [`/records/findings?${query}`, `/records/duplicates?${query}`];
        return JSON.stringify(await Promise.all(pages.map((path) => client.ask("GET", path))));
      };
      assert.doesNotMatch(await namedBy(officer), /person:wu"|"wu"/u);
      assert.match(await namedBy(await service.signIn("c")), /person:wu"|"wu"/u);
    });

    it("M18 who died in a unit that has ended since stays in its lists of earlier days", async () => {
      const died = aKnownPerson({ id: "died", unit: "short", from: "2020-01-01", until: "2025-09-01" });
      await service.services.store.write(async (tx) => {
        await tx.organisation.saveUnits([aUnitRecord("unit-short", "branch", unitIdOf("g1"))]);
        await tx.people.insert([died]);
      });
      const lists = async (): Promise<boolean> =>
        (await roster(officer, "members", "&on=2025-06-30")).rows.some(({ record }) => record === "person:died");
      assert.ok(await lists());
      await service.services.store.write(async (tx) => {
        const [one] = await tx.units.records([unitIdOf("short")]);
        assert.ok(one);
        const closed = { as: "revoked", on: "2026-01-15" as Day, into: null } as const;
        await tx.units.saveRecords([{ ...one, closed, version: one.version + 1 }]);
      });
      assert.ok(await lists());
    });

    it("10,000 edits of one push are done in a few statements", async function () {
      const many = Array.from({ length: 2_500 }, (_, index) => aKnownPerson({ id: `many-${index}`, unit: "b12" }));
      await service.services.store.write((tx) => tx.people.insert(many));
      const edits = many.flatMap(({ id }) =>
        ["remark", "address", "nativePlace", "household"].map((field) => edit(`person:${id}`, field, `文字 ${id}`)),
      );
      const outcomes = await push(edits);
      assert.ok(outcomes.every(({ result }) => result === "accepted"));
      const [read] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>("many-2499")]));
      assert.equal(read?.facts["remark"], "文字 many-2499");
      assert.equal(read.version, 2);
    });
  });
}

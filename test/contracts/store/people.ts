import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { PeopleQuery } from "#service/ports/records/people.ts";
import { aUnitRecord, saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const person = (id: string): PersonId => toId<PersonId>(id);
const unit = (id: string): UnitId => toId<UnitId>(id);
const day = (text: string): Day => text as Day;
const ids = (people: readonly Person[]): readonly string[] => people.map(({ id }) => id);

/** Invented numbers; the store does not ask whether their check digits are right. */
const ID_OF_LIN = "310101199001010015";
const ID_OF_WU = "31010119900202002X";

const BELONGS: Belonging = {
  id: toId<PostId>("bel_lin"),
  unitId: unit("unit_b1"),
  kind: "member",
  from: day("2020-01-01"),
  until: null,
};
const LIN: Person = {
  id: person("per_lin"),
  facts: {
    ...{ name: "林清", sex: "2", idNumber: ID_OF_LIN, mobile: "13700000001", phone: "02150000001" },
    ...{ bookNumber: "B0001", birthDate: "1990-01-01" },
  },
  lists: { awards: [{ from: "2025-07-01", name: "优秀党员" }] },
  revisions: { sex: 3 },
  belongings: [BELONGS],
  version: 1,
};
const WU: Person = {
  ...LIN,
  id: person("per_wu"),
  facts: { name: "吴越", idNumber: ID_OF_WU },
  lists: {},
  revisions: {},
  belongings: [{ ...BELONGS, id: toId<PostId>("bel_wu"), kind: "applicant" }],
};

const MEMBERS: PeopleQuery = { units: [unit("unit_b1")], on: day("2026-01-01"), kinds: ["member"], opened: true };

export function describePeople(opened: Opened): void {
  describe("records of people", () => {
    before(async () => {
      await saveSmallWorld(opened().store);
      await opened().store.write((tx) => tx.people.insert([LIN, WU]));
    });

    it("M1 gives a record back as it was written, with its belongings", async () => {
      await opened().store.read(async (tx) => {
        assert.deepEqual(await tx.people.byIds([WU.id, person("nobody"), LIN.id]), [WU, LIN]);
      });
    });

    it("A12 leaves sensitive facts out where the seals stay closed", async () => {
      const [lin] = await opened().store.read((tx) => tx.people.inUnits({ ...MEMBERS, opened: false }));
      assert.deepEqual(lin?.facts, { name: "林清", sex: "2", bookNumber: "B0001", birthDate: "1990-01-01" });
      assert.deepEqual(lin.revisions, LIN.revisions);
    });

    it("M16a tells who belongs to units on a day: from the first day on, no longer on the day it ends", async () => {
      const { store } = opened();
      const left: Person = {
        ...LIN,
        id: person("per_left"),
        facts: { name: "何去" },
        belongings: [
          { ...BELONGS, id: toId<PostId>("bel_left"), from: day("2024-01-01"), until: day("2025-06-01") },
          { ...BELONGS, id: toId<PostId>("bel_left_2"), from: day("2025-06-01"), unitId: unit("unit_b2") },
        ],
      };
      await store.write((tx) => tx.people.insert([left]));
      const on = async (text: string, units = ["unit_b1"]): Promise<readonly string[]> =>
        ids(await store.read((tx) => tx.people.inUnits({ ...MEMBERS, units: units.map(unit), on: day(text) })));
      assert.deepEqual(await on("2019-12-31"), []);
      assert.deepEqual(await on("2020-01-01"), ["per_lin"]);
      assert.deepEqual(await on("2025-05-31"), ["per_left", "per_lin"]);
      assert.deepEqual(await on("2025-06-01"), ["per_lin"]);
      assert.deepEqual(await on("2025-06-01", ["unit_b1", "unit_b2"]), ["per_left", "per_lin"]);
      assert.deepEqual(await on("2025-06-01", []), []);
      const ever = await store.read((tx) => tx.people.everInUnits([unit("unit_b1")]));
      assert.deepEqual(ids(ever).toSorted(), ["per_left", "per_lin", "per_wu"]);
      const since = async (text: string): Promise<readonly string[]> =>
        ids(await store.read((tx) => tx.people.everInUnits([unit("unit_b1")], day(text)))).toSorted();
      assert.deepEqual(await since("2025-05-31"), ["per_left", "per_lin", "per_wu"]);
      assert.deepEqual(await since("2025-06-01"), ["per_lin", "per_wu"]);
      const versions = await store.read((tx) => tx.people.versionsInUnits(MEMBERS));
      assert.deepEqual([...versions], [["per_lin", 1]]);
    });

    it("M6 an applicant belongs to a branch, but holds no post and stands in no organisation", async () => {
      const { store } = opened();
      await store.read(async (tx) => {
        assert.deepEqual(ids(await tx.people.inUnits({ ...MEMBERS, kinds: ["applicant"] })), ["per_wu"]);
        const posts = await tx.organisation.posts(day("2026-01-01"));
        assert.ok(posts.every(({ personId }) => personId !== WU.id));
        assert.ok(posts.some(({ personId }) => personId === LIN.id));
        const theirs = await tx.organisation.postsOf([LIN.id, WU.id], day("2026-01-01"));
        assert.deepEqual(
          theirs,
          posts.filter(({ personId }) => personId === LIN.id),
        );
      });
    });

    it("A12 M3 finds by ID number, mobile and book number by equality only", async () => {
      await opened().store.read(async (tx) => {
        const found = await tx.people.withIdNumbers([ID_OF_WU, "310101199001010014", ID_OF_LIN]);
        assert.deepEqual(Object.fromEntries(found), { [ID_OF_LIN]: "per_lin", [ID_OF_WU]: "per_wu" });
        assert.deepEqual(await tx.people.withMobile("13700000001"), ["per_lin"]);
        assert.deepEqual(await tx.people.withMobile("1370000000"), []);
        const books = await tx.people.withBookNumbers(["B0001", "B0002"]);
        assert.deepEqual([...books], [["B0001", ["per_lin"]]]);
        assert.deepEqual(ids(await tx.people.named(["林清", "吴"])), ["per_lin"]);
      });
    });

    it("M3 does not write a second record with an existing ID number, and writes the others", async () => {
      const { store } = opened();
      const second: Person = {
        ...WU,
        id: person("per_second"),
        belongings: [{ ...BELONGS, id: toId<PostId>("bel_s") }],
      };
      const third: Person = { ...second, id: person("per_third"), facts: { name: "新来" } };
      const refused = await store.write((tx) =>
        tx.people.insert([second, { ...third, belongings: [{ ...BELONGS, id: toId<PostId>("bel_t") }] }]),
      );
      assert.deepEqual([...refused], ["per_second"]);
      await store.read(async (tx) => {
        assert.deepEqual(ids(await tx.people.byIds([second.id, third.id])), ["per_third"]);
        assert.equal((await tx.people.withIdNumbers([ID_OF_WU])).get(ID_OF_WU), "per_wu");
      });
    });

    it("W3 changes a record only from the version that was read", async () => {
      const { store } = opened();
      const changed: Person = { ...LIN, facts: { ...LIN.facts, sex: "1", phone: "" }, version: 2 };
      assert.deepEqual([...(await store.write((tx) => tx.people.update([changed])))], ["per_lin"]);
      assert.deepEqual([...(await store.write((tx) => tx.people.update([{ ...changed, version: 2 }])))], []);
      const [read] = await store.read((tx) => tx.people.byIds([LIN.id]));
      const { phone: _, ...facts } = changed.facts;
      assert.deepEqual(read, { ...changed, facts });
    });

    it("W3 of two who change one record at once exactly one gets through", async () => {
      const { store } = opened();
      const [wu] = await store.read((tx) => tx.people.byIds([WU.id]));
      assert.ok(wu);
      const attempt = (name: string): Promise<number> =>
        store.write(
          async (tx) =>
            (await tx.people.update([{ ...wu, facts: { ...wu.facts, name }, version: wu.version + 1 }])).size,
        );
      assert.deepEqual((await Promise.all([attempt("吴甲"), attempt("吴乙")])).toSorted(), [0, 1]);
    });

    it("name and phone that an account's maker gives are the record's own, and leave the rest as it is", async () => {
      const { store } = opened();
      await store.write((tx) => tx.organisation.savePersons([{ id: LIN.id, name: "林清清", phone: "13700000009" }]));
      const [lin] = await store.read((tx) => tx.people.byIds([LIN.id]));
      assert.equal(lin?.facts["name"], "林清清");
      assert.equal(lin.facts["mobile"], "13700000009");
      assert.equal(lin.facts["idNumber"], ID_OF_LIN);
      assert.deepEqual(lin.revisions, { sex: 3, name: 2, mobile: 2 });
      assert.equal(lin.version, 3);
      await store.read(async (tx) => {
        assert.deepEqual(await tx.people.withMobile("13700000009"), ["per_lin"]);
        assert.equal((await tx.organisation.person(LIN.id))?.phone, "13700000009");
      });
    });

    it("M3 merging hands on the posts, keeps both records, and finds only the one that stands", async () => {
      const { store } = opened();
      const twin: Person = { ...WU, id: person("per_twin"), facts: { name: "吴越", idNumber: "310101199002020038" } };
      await store.write(async (tx) => {
        await tx.people.insert([
          { ...twin, belongings: [{ ...BELONGS, id: toId<PostId>("bel_twin"), until: day("2021-01-01") }] },
        ]);
        await tx.people.merge(twin.id, WU.id);
      });
      await store.read(async (tx) => {
        assert.equal(await tx.people.mergedInto(twin.id), "per_wu");
        assert.equal(await tx.people.mergedInto(WU.id), null);
        assert.deepEqual(await tx.people.mergedFrom(WU.id), ["per_twin"]);
        assert.equal((await tx.people.withIdNumbers(["310101199002020038"])).size, 0);
        const [wu, gone] = await tx.people.byIds([WU.id, twin.id]);
        assert.deepEqual(
          wu?.belongings.map(({ id }) => id),
          ["bel_twin", "bel_wu"],
        );
        assert.deepEqual(gone?.belongings, []);
        assert.equal(gone.facts["idNumber"], "310101199002020038");
      });
    });

    it("M18 an earlier day sees the tree as it was", async () => {
      const { store } = opened();
      const before = aUnitRecord("unit_b2", "branch", "unit_g1");
      const now = { ...before, name: "新名", parentId: unit("unit_root") };
      const record = { id: before.id, facts: {}, lists: {}, revisions: {}, version: 1, since: day("2026-03-01") };
      await store.write(async (tx) => {
        await tx.units.saveVersions([{ unit: before, from: day("2000-01-01"), until: day("2026-03-01") }]);
        await tx.organisation.saveUnits([now]);
        await tx.units.saveRecords([{ ...record, closed: null }]);
      });
      const on = async (text: string) =>
        (await store.read((tx) => tx.organisation.unitsOn(day(text)))).find(({ id }) => id === before.id);
      assert.deepEqual(await on("2026-02-28"), before);
      assert.deepEqual(await on("2026-03-01"), now);
      const closed = { as: "merged", on: day("2026-06-01"), into: unit("unit_b1") } as const;
      const closing = { ...record, version: 2, closed };
      assert.equal((await store.write((tx) => tx.units.saveRecords([closing]))).size, 1);
      assert.equal((await store.write((tx) => tx.units.saveRecords([closing]))).size, 0);
      assert.deepEqual(await on("2026-05-31"), now);
      assert.equal(await on("2026-06-01"), undefined);
      await store.read(async (tx) => {
        assert.ok((await tx.organisation.units()).every(({ id }) => id !== before.id));
        assert.ok((await tx.units.all()).some(({ id }) => id === before.id));
        assert.deepEqual(await tx.units.records([before.id]), [closing]);
        const ended = { unit: now, into: closed.into };
        assert.deepEqual(await tx.units.ended(day("2026-05-31")), []);
        assert.deepEqual(await tx.units.ended(day("2026-06-01")), [ended]);
      });
    });
  });
}

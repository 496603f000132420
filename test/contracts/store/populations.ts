import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type PersonId, type PostId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "#core/people/person/person.ts";
import { aPostRecord, saveSmallWorld } from "#test/builders/record-world.ts";
import { aBelonging, aPerson } from "#test/builders/person.ts";
import type { Opened } from "./opened-store.ts";

/** More than are read at a time. */
const MANY = 4_100;
const AFTER = "2025-12-31" as Day;

export function describePopulations(opened: Opened): void {
  describe("records as reports count them", () => {
    before(async () => {
      const { store } = opened();
      await saveSmallWorld(store);
      const crowd = Array.from({ length: MANY }, (_, index) => aMember(`crowd_${index}`));
      const [known, gone] = [aMember("known", { idNumber: "110105200001022316" }), aMember("gone", {}, "2025-12-31")];
      await store.write((tx) => tx.people.insert([...crowd, known, gone, aMember("leaving", {}, "2026-01-01")]));
    });

    it("R10 everybody whom a unit kept after the day comes once, page by page, with his belongings", async () => {
      const seen: Person[] = [];
      await opened().store.read((tx) => tx.populations.peopleAfter(AFTER, async (page) => void seen.push(...page)));
      const ids = seen.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.equal(ids.length, MANY + 2);
      assert.ok(!ids.includes(toId<PersonId>("gone")) && ids.includes(toId<PersonId>("leaving")));
      assert.deepEqual(seen.find(({ id }) => id === "leaving")?.belongings[0]?.until, "2026-01-01");
    });

    it("R10 a record comes as it was written, whatever stands in its texts, alone and among others", async () => {
      const odd = ['"', "\\", "\u001f", "\u001e", "\n", "一\u2028二", "𠮷"].join("x");
      const facts = { name: odd, bookNumber: `${odd}1`, ethnic: odd };
      const lists = { awards: [{ on: "2025-07-01", name: odd }] };
      const person = { ...aMember("odd"), lists, facts };
      const nobody = { ...aMember("nowhere"), belongings: [] };
      await opened().store.write((tx) => tx.people.insert([person, nobody]));
      await opened().store.read(async (tx) => {
        const seen: Person[] = [];
        await tx.populations.peopleAfter(AFTER, async (page) => void seen.push(...page));
        const found = [seen.find(({ id }) => id === "odd"), ...(await tx.populations.people([person.id]))];
        for (const one of found) assert.deepEqual([one?.facts, one?.lists], [facts, lists]);
        assert.ok(!seen.some(({ id }) => id === "nowhere"));
        assert.deepEqual((await tx.populations.people([nobody.id]))[0]?.belongings, []);
        assert.deepEqual(await tx.populations.people([]), []);
      });
    });

    it("A12 no sensitive value is among the facts, and ID numbers come only to who asks for them", async () => {
      const known = toId<PersonId>("known");
      await opened().store.read(async (tx) => {
        const [person] = await tx.populations.people([known, toId("nobody")]);
        assert.equal(person?.facts["name"], "known");
        assert.ok(!("idNumber" in person.facts) && !("mobile" in person.facts));
        const numbers = await tx.populations.idNumbers([known, toId("crowd_1")]);
        assert.deepEqual([...numbers], [["known", "110105200001022316"]]);
      });
    });

    it("M15 posts held on a day are told by person, plain membership is none", async () => {
      const before = "2024-12-31" as Day;
      await opened().store.read(async (tx) => {
        assert.deepEqual([...(await tx.populations.officesOn(AFTER))], [[aPostRecord().personId, ["secretary"]]]);
        assert.deepEqual([...(await tx.populations.officesOn(before))], []);
      });
    });
  });
}

function aMember(id: string, { idNumber }: { readonly idNumber?: string } = {}, until?: string): Person {
  const { idNumber: _, mobile: __, bookNumber: ___, ...facts } = aPerson().facts;
  const belonging = aBelonging({ id: `pos_${id}`, unit: "unit_b1", ...(until === undefined ? {} : { until }) });
  return {
    ...aPerson({ id }),
    facts: { ...facts, name: id, ...(idNumber === undefined ? {} : { idNumber }) },
    belongings: [{ ...belonging, id: toId<PostId>(`pos_${id}`) }],
  };
}

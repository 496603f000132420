import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type PersonId, type PostId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { aPersonRecord } from "#test/builders/records.ts";
import { aPostRecord, aUnitRecord, saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const day = (text: string): Day => text as Day;
const person = (id: string): PersonId => toId<PersonId>(id);

export function describeOrganisation(opened: Opened): void {
  describe("organisation", () => {
    before(() => saveSmallWorld(opened().store));

    it("gives the units back, a child saved before its parent too", async () => {
      const { store } = opened();
      await store.write((tx) =>
        tx.organisation.saveUnits([
          aUnitRecord("unit_a_group", "party-group", "unit_z"),
          aUnitRecord("unit_z", "branch", "unit_g1"),
        ]),
      );
      const units = await store.read((tx) => tx.organisation.units());
      assert.equal(units.length, 6);
      assert.deepEqual(
        units.find(({ id }) => id === "unit_a_group"),
        aUnitRecord("unit_a_group", "party-group", "unit_z"),
      );
    });

    it("overwrites a unit that is saved again", async () => {
      const { store } = opened();
      const renamed = { ...aUnitRecord("unit_b2", "branch", "unit_g1"), name: "第二党支部" };
      await store.write((tx) => tx.organisation.saveUnits([renamed]));
      assert.deepEqual(
        (await store.read((tx) => tx.organisation.units())).find(({ id }) => id === "unit_b2"),
        renamed,
      );
    });

    it("grows its revision with every change of units or posts, and with nothing else", async () => {
      const { store } = opened();
      const revision = (): Promise<number> => store.read((tx) => tx.organisation.revision());
      const before = await revision();
      await store.write((tx) => tx.organisation.savePersons([aPersonRecord()]));
      assert.equal(await revision(), before);
      await store.write((tx) => tx.organisation.saveUnits([aUnitRecord("unit_b2", "branch", "unit_g1")]));
      assert.equal(await revision(), before + 1);
      await store.write((tx) => tx.organisation.savePosts([aPostRecord()]));
      assert.equal(await revision(), before + 2);
    });

    it("gives the posts in force on a day: from the first day on, no longer on the day they end", async () => {
      const { store } = opened();
      const ended = aPostRecord({
        id: toId<PostId>("pos_2"),
        kind: "organiser",
        from: day("2026-01-01"),
        until: day("2026-06-01"),
      });
      await store.write((tx) => tx.organisation.savePosts([ended]));
      const kinds = async (on: string): Promise<readonly string[]> =>
        (await store.read((tx) => tx.organisation.posts(day(on)))).map(({ kind }) => kind);
      assert.deepEqual(await kinds("2024-12-31"), []);
      assert.deepEqual(await kinds("2025-12-31"), ["secretary"]);
      assert.deepEqual(await kinds("2026-01-01"), ["secretary", "organiser"]);
      assert.deepEqual(await kinds("2026-05-31"), ["secretary", "organiser"]);
      assert.deepEqual(await kinds("2026-06-01"), ["secretary"]);
    });

    it("A12 gives phones back in plain and finds them by equality only", async () => {
      const { store } = opened();
      await store.read(async (tx) => {
        assert.equal((await tx.organisation.person(person("per_2")))?.phone, "13912345678");
        assert.equal((await tx.organisation.person(person("per_1")))?.phone, null);
        assert.deepEqual(
          (await tx.organisation.personsByPhone("13912345678")).map(({ id }) => id),
          ["per_2"],
        );
        assert.deepEqual(await tx.organisation.personsByPhone("1391234567"), []);
        assert.equal(await tx.organisation.person(person("nobody")), undefined);
        assert.deepEqual(
          (await tx.organisation.persons([person("per_2"), person("nobody"), person("per_1")])).map(({ id }) => id),
          ["per_1", "per_2"],
        );
        assert.deepEqual(await tx.organisation.persons([]), []);
      });
    });

    it("has one service id, the same every time", async () => {
      const { store } = opened();
      const [one, two] = [
        await store.read((tx) => tx.organisation.serviceId()),
        await store.read((tx) => tx.organisation.serviceId()),
      ];
      assert.match(one, /^[0-9a-f-]{36}$/);
      assert.equal(one, two);
    });

    it("refuses a post of nobody, and saves nothing then", async () => {
      const { store } = opened();
      const stray = aPostRecord({ id: toId<PostId>("pos_9"), personId: person("nobody") });
      await assert.rejects(
        store.write((tx) => tx.organisation.savePosts([stray])),
        /foreign key/i,
      );
      assert.ok((await store.read((tx) => tx.organisation.posts(day("2026-01-01")))).every(({ id }) => id !== "pos_9"));
    });
  });
}

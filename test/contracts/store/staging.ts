import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type AccountId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { Person } from "#core/people/person/person.ts";
import type { ImportRecord, StagedPerson } from "#service/ports/records/staging.ts";
import { AT } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const ACCOUNT = toId<AccountId>("acc_1");
const UNIT = toId<UnitId>("unit_b1");
const BY = { at: AT, accountId: ACCOUNT, who: "机关 李梅", reason: "导入" };

function anImport(id: string): ImportRecord {
  return {
    id,
    unitId: UNIT,
    accountId: ACCOUNT,
    fileName: "名册.xlsx",
    sha256: "00",
    madeAt: AT,
    state: "staging",
    summary: "{}",
  };
}

function staged(id: string, idNumber: string, baseVersion = 0): StagedPerson {
  const belonging = {
    id: toId<PostId>(`bel_${id}`),
    unitId: UNIT,
    kind: "member",
    from: "2020-01-01" as Day,
    until: null,
  } as const;
  const person: Person = {
    id: toId<PersonId>(id),
    facts: { name: `人 ${id}`, idNumber },
    lists: {},
    revisions: {},
    belongings: [belonging],
    version: baseVersion + 1,
  };
  return { person, baseVersion, history: [{ field: "*", revision: 1, value: null }] };
}

export function describeStaging(opened: Opened): void {
  describe("imports on their way", () => {
    before(() => saveSmallWorld(opened().store));

    it("W8 what was staged stands nowhere until it is committed, and then all of it", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        await tx.staging.insertImport(anImport("imp_1"));
        await tx.staging.stage("imp_1", [staged("per_a", "id-a")]);
      });
      await store.write((tx) => tx.staging.stage("imp_1", [staged("per_b", "id-b")]));
      const ids = [toId<PersonId>("per_a"), toId<PersonId>("per_b")];
      assert.deepEqual(await store.read((tx) => tx.people.byIds(ids)), []);
      await store.write(async (tx) => {
        assert.equal(await tx.staging.moveImport("imp_1", "staging", { state: "staged", summary: "{}" }), true);
        assert.equal(await tx.staging.moveImport("imp_1", "staged", { state: "committed", summary: "{}" }), true);
        assert.deepEqual(await tx.staging.commitStaged("imp_1", BY), { changed: [], doubled: [] });
        await tx.staging.clearStaged("imp_1");
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.people.byIds(ids), [staged("per_a", "id-a").person, staged("per_b", "id-b").person]);
        const [row] = await tx.ledgers.history("person:per_a");
        assert.deepEqual([row?.field, row?.action, row?.who], ["*", "import", BY.who]);
        assert.equal((await tx.people.withIdNumbers(["id-b"])).get("id-b"), "per_b");
      });
    });

    it("W8 a changed record is written if it still stands at its base, else the import learns of it", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        await tx.people.insert([staged("per_c", "id-c").person]);
        await tx.staging.insertImport(anImport("imp_2"));
        await tx.staging.stage("imp_2", [staged("per_c", "id-c2", 1)]);
        assert.deepEqual(await tx.staging.commitStaged("imp_2", BY), { changed: [], doubled: [] });
      });
      const [written] = await store.read((tx) => tx.people.byIds([toId<PersonId>("per_c")]));
      assert.deepEqual([written?.version, written?.facts["idNumber"]], [2, "id-c2"]);
      await store.write(async (tx) => {
        await tx.staging.insertImport(anImport("imp_3"));
        await tx.staging.stage("imp_3", [staged("per_c", "id-c3", 1)]);
        assert.deepEqual((await tx.staging.commitStaged("imp_3", BY)).changed, ["per_c"]);
      });
    });

    it("M3 an ID number that came in meanwhile stops the commit", async () => {
      await opened().store.write(async (tx) => {
        await tx.people.insert([staged("per_d", "id-d").person]);
        await tx.staging.insertImport(anImport("imp_4"));
        await tx.staging.stage("imp_4", [staged("per_e", "id-d")]);
        assert.deepEqual((await tx.staging.commitStaged("imp_4", BY)).doubled, ["per_e"]);
      });
    });

    it("M3 of two imports that bring the same ID number at the same moment one gets through", async () => {
      const { store } = opened();
      const ids = ["imp_7", "imp_8"] as const;
      await store.write(async (tx) => {
        for (const id of ids) {
          await tx.staging.insertImport(anImport(id));
          await tx.staging.stage(id, [staged(`per_${id}`, "id-same")]);
        }
      });
      const commit = (id: string) => store.write((tx) => tx.staging.commitStaged(id, BY));
      const answers = await Promise.all(ids.map(commit));
      assert.deepEqual(answers.map(({ doubled }) => doubled.length).toSorted(), [0, 1]);
      assert.ok((await store.read((tx) => tx.people.withIdNumbers(["id-same"]))).has("id-same"));
      await store.write(async (tx) => {
        for (const id of ids) await tx.staging.moveImport(id, "staging", { state: "committed", summary: "{}" });
      });
    });

    it("W8 of two desks that commit the same import one gets through", async () => {
      const { store } = opened();
      await store.write((tx) => tx.staging.insertImport({ ...anImport("imp_5"), state: "staged" }));
      const commit = (): Promise<boolean> =>
        store.write((tx) => tx.staging.moveImport("imp_5", "staged", { state: "committed", summary: "{}" }));
      assert.deepEqual((await Promise.all([commit(), commit()])).toSorted(), [false, true]);
    });

    it("W8 keeps the verdict of every row, page by page", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        await tx.staging.insertImport(anImport("imp_6"));
        await tx.staging.addImportRows(
          [3, 1, 2].map((row) => ({
            ...{ importId: "imp_6", sheet: "名册", row, personId: null, detail: "{}" },
            verdict: row === 2 ? "refused" : "new",
          })),
        );
      });
      await store.read(async (tx) => {
        const rows = await tx.staging.importRows("imp_6", { most: 2 });
        assert.deepEqual(
          rows.map(({ row }) => row),
          [1, 2],
        );
        const rest = await tx.staging.importRows("imp_6", { most: 2, after: { sheet: "名册", row: 2 } });
        assert.deepEqual(
          rest.map(({ row }) => row),
          [3],
        );
        assert.deepEqual((await tx.staging.importRows("imp_6", { most: 9, verdict: "refused" })).length, 1);
        assert.deepEqual(Object.fromEntries(await tx.staging.importCounts("imp_6")), { new: 2, refused: 1 });
      });
    });

    it("W8 sweeps what never came to an end, and remembers a confirmed mapping", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        await tx.staging.saveHeaderMapping(UNIT, "layout", `{"a":1}`, AT);
        await tx.staging.sweepStaging("2099-01-01T00:00:00.000Z" as Instant);
      });
      // What the committed ones had staged is gone too: nothing of it is there to be written once more.
      for (const id of ["imp_7", "imp_8"]) {
        const again = await store.write((tx) => tx.staging.commitStaged(id, BY));
        assert.deepEqual(again, { changed: [], doubled: [] });
      }
      await store.read(async (tx) => {
        assert.equal(await tx.staging.importById("imp_6"), undefined);
        assert.equal((await tx.staging.importById("imp_1"))?.state, "committed");
        assert.deepEqual((await tx.staging.importsOf([UNIT])).map(({ id }) => id).toSorted(), [
          ...["imp_1", "imp_5", "imp_7", "imp_8"],
        ]);
        assert.equal(await tx.staging.headerMapping(UNIT, "layout"), `{"a":1}`);
        assert.equal(await tx.staging.headerMapping(UNIT, "other"), undefined);
      });
    });
  });
}

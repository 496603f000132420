import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { addKey } from "#service/crypto/add-key.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openStore } from "#service/store/open-store.ts";
import { rotateKeys } from "#service/store/rotate-keys.ts";
import { StoreProblem } from "#service/store/store-problem.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { anAuditEntry, aRequestRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import { freshDatabase } from "#test/environment/postgres.ts";

const ID_NUMBER = anIdNumber("1990-03-05", 11);
let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "taizhang-rotate-"));
});
after(async () => await rm(root, { recursive: true, force: true }));

const engines: readonly (readonly [string, () => Promise<string>])[] = [
  ["SQLite", async () => `sqlite:${join(root, "rotate.db")}`],
  ["PostgreSQL", () => freshDatabase()],
];

describe("rotating the keys", () => {
  for (const [name, address] of engines) {
    it(`A12 on ${name}: everything opens and is found with the new key, and the audit chain stays as it was`, async function () {
      this.timeout(240_000);
      const [keys, url] = [join(root, `keys-${name}`), await address()];
      const old = await openVault(keys);
      const anchor = fileAnchor(join(root, `anchor-${name}`), old);
      const store = await openStore(url, { vault: old, anchor });
      await saveSmallWorld(store);
      const known = aKnownPerson({ id: "lin", unit: "b1", idNumber: ID_NUMBER, facts: { mobile: "13700000001" } });
      const elsewhere = known.belongings.map((one) => ({ ...one, unitId: toId<UnitId>("unit_b1") }));
      await store.write(async (tx) => {
        await tx.people.insert([{ ...known, belongings: elsewhere }]);
        await tx.accounts.saveRequest(aRequestRecord());
        tx.record(anAuditEntry({ fields: [{ field: "phone", old: null, new: "13912345678", sensitive: true }] }));
      });
      const head = await store.read((tx) => tx.audit.head());

      const vault = await addKey(keys);
      await assert.rejects(rotateKeys(url, vault), (error) => error instanceof StoreProblem && error.code === "in-use");
      await store.close();
      await rotateKeys(url, vault);

      const rotated = await openStore(url, { vault, anchor });
      await rotated.read(async (tx) => {
        assert.equal((await tx.organisation.person(toId<PersonId>("per_2")))?.phone, "13912345678");
        assert.equal((await tx.organisation.personsByPhone("13912345678")).length, 1);
        const [lin] = await tx.people.byIds([known.id]);
        assert.deepEqual(lin?.facts, known.facts);
        assert.equal((await tx.people.withIdNumbers([ID_NUMBER])).get(ID_NUMBER), known.id);
        assert.deepEqual(await tx.people.withMobile("13700000001"), [known.id]);
        assert.equal((await tx.accounts.byName("jgdzz"))?.id, "acc_1");
        assert.equal((await tx.accounts.request("req_1"))?.content, aRequestRecord().content);
        assert.deepEqual(await tx.audit.head(), head);
      });
      assert.equal((await rotated.verifyChain()).code, "intact");
      await rotated.close();
      await assert.rejects(
        openStore(url, { vault: old, anchor }),
        (error) => error instanceof StoreProblem && error.code === "wrong-key",
      );
    });
  }
});

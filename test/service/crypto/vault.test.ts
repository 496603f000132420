import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { addKey } from "#service/crypto/add-key.ts";
import { KeyFileProblem, keyFileIn } from "#service/crypto/key-file.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { SealBroken } from "#service/crypto/vault.ts";

const PLACE = { table: "person", key: "per_1" };
let folder = "";
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "taizhang-keys-")), "keys");
});
afterEach(async () => await rm(join(folder, ".."), { recursive: true, force: true }));

describe("the vault", () => {
  it("A12 gives back what it sealed, and keeps nothing where there was nothing", async () => {
    const vault = await openVault(folder);
    const plain = { phone: "13912345678", note: "", contact: null };
    const sealed = vault.seal(PLACE, plain);
    assert.ok(!JSON.stringify(sealed).includes("13912345678"));
    assert.equal(sealed.fields.contact, null);
    assert.deepEqual(vault.open(PLACE, sealed), plain);
  });

  it("never seals the same text to the same ciphertext", async () => {
    const vault = await openVault(folder);
    assert.notEqual(vault.seal(PLACE, { phone: "1" }).fields.phone, vault.seal(PLACE, { phone: "1" }).fields.phone);
  });

  it("A12 does not open what was moved to another row, table or field, or changed", async () => {
    const vault = await openVault(folder);
    const sealed = vault.seal(PLACE, { phone: "13912345678", other: "x" });
    const { dataKey, fields } = sealed;
    const flipped = `${fields.phone?.startsWith("A") ? "B" : "A"}${String(fields.phone).slice(1)}`;
    const attempts: readonly (() => unknown)[] = [
      () => vault.open({ ...PLACE, key: "per_2" }, sealed),
      () => vault.open({ ...PLACE, table: "account" }, sealed),
      () => vault.open(PLACE, { dataKey, fields: { phone: fields.other } }),
      () => vault.open(PLACE, { dataKey, fields: { phone: flipped } }),
      () => vault.open(PLACE, { dataKey, fields: { phone: "" } }),
      () => vault.open(PLACE, { dataKey: "9.AAAA", fields }),
      () => vault.open(PLACE, { dataKey: vault.seal({ ...PLACE, key: "per_2" }, {}).dataKey, fields }),
    ];
    for (const attempt of attempts) assert.throws(attempt, SealBroken);
  });

  it("indexes equal values alike within one purpose, and tells purposes apart", async () => {
    const vault = await openVault(folder);
    assert.equal(vault.index("phone", "1"), vault.index("phone", "1"));
    assert.notEqual(vault.index("phone", "1"), vault.index("name", "1"));
    assert.notEqual(vault.index("phone", "1"), vault.index("phone", "2"));
    assert.deepEqual(vault.indexes("phone", "1"), [vault.index("phone", "1")]);
  });

  it("after a new key opens the old, seals with the new, searches with both, and keeps its checksums", async () => {
    const old = await openVault(folder);
    const sealed = old.seal(PLACE, { phone: "13912345678" });
    const vault = await addKey(folder);
    assert.deepEqual(vault.open(PLACE, sealed), { phone: "13912345678" });
    const rewrapped = { ...sealed, dataKey: vault.rewrap(PLACE, sealed.dataKey) };
    assert.deepEqual(vault.open(PLACE, rewrapped), { phone: "13912345678" });
    assert.throws(() => old.open(PLACE, rewrapped), SealBroken);
    assert.deepEqual(vault.indexes("phone", "1"), [vault.index("phone", "1"), old.index("phone", "1")]);
    assert.equal(vault.mac("anchor", "1"), old.mac("anchor", "1"));
    assert.deepEqual((await openVault(folder)).open(PLACE, rewrapped), { phone: "13912345678" });
  });
});

describe("the key file", () => {
  it("is made at the first start for its owner only, and stays", async () => {
    const [one, two] = await Promise.all([openVault(folder), openVault(folder)]);
    const sealed = one.seal(PLACE, { phone: "1" });
    assert.deepEqual(two.open(PLACE, sealed), { phone: "1" });
    assert.deepEqual((await openVault(folder)).open(PLACE, sealed), { phone: "1" });
    assert.equal((await stat(keyFileIn(folder))).mode & 0o777, 0o600);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.deepEqual(await readdir(folder), ["taizhang-keys.json"]);
  });

  it("that is damaged is refused with a code, and left as it is", async () => {
    await openVault(folder);
    const whole = await readFile(keyFileIn(folder), "utf8");
    const isDamaged = (error: unknown): boolean => error instanceof KeyFileProblem && error.code === "key-file-damaged";
    for (const text of [
      "",
      "{}",
      whole.slice(0, 50),
      whole.replace(/"secret": "..../, '"secret": "'),
      whole.replace('"current": 1', '"current": 2'),
    ]) {
      await chmod(keyFileIn(folder), 0o600);
      await writeFile(keyFileIn(folder), text);
      await assert.rejects(openVault(folder), isDamaged);
      assert.equal(await readFile(keyFileIn(folder), "utf8"), text);
    }
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { argon2Hasher, deriveKey } from "#service/crypto/password-hasher.ts";
import { parsePhc } from "#service/crypto/phc.ts";

describe("password hashes", () => {
  const hasher = argon2Hasher();

  it("A7 are argon2id with at least 19 MiB and two passes, each with its own salt", async () => {
    const [one, two] = [await hasher.hash("正确 horse battery"), await hasher.hash("正确 horse battery")];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    assert.notEqual(one, two);
    const { cost, salt, hash } = parsePhc(one);
    assert.deepEqual([cost.memory >= 19 * 1024, cost.passes, salt.length, hash.length], [true, 2, 16, 32]);
  });

  it("fit the right password only", async () => {
    const hash = await hasher.hash("正确 horse battery");
    assert.equal(await hasher.verify("正确 horse battery", hash), true);
    for (const wrong of ["正确 horse batterz", "", "正确 horse battery ", "x".repeat(5000)]) {
      assert.equal(await hasher.verify(wrong, hash), false);
    }
  });

  it("fit the same password however the keyboard composed it", async () => {
    assert.equal(await hasher.verify("cafe\u0301 1234567", await hasher.hash("caf\u00e9 1234567")), true);
  });

  it("made elsewhere with another cost still fit: the reference vector of argon2id", async () => {
    const elsewhere = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assert.equal(await hasher.verify("password", elsewhere), true);
    assert.equal(await hasher.verify("Password", elsewhere), false);
  });

  it("A8 of nobody never fit and cost the same work", async () => {
    const works: object[] = [];
    const watched = argon2Hasher(async (parameters) => {
      const { memory, passes, parallelism, tagLength } = parameters;
      works.push({ memory, passes, parallelism, tagLength });
      return await deriveKey(parameters);
    });
    const hash = await hasher.hash("something long");
    assert.equal(await watched.verify("something long", undefined), false);
    assert.equal(await watched.verify("wrong password", hash), false);
    assert.equal(works.length, 2);
    assert.deepEqual(works[0], works[1]);
  });

  it("of a hundred people at once take the memory of a few", async function () {
    this.timeout(240_000);
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    await Promise.all(Array.from({ length: 100 }, () => hasher.verify("wrong", undefined)));
    clearInterval(watch);
    assert.ok(most - before < 400 * 1024 * 1024, `${Math.round((most - before) / 1024 / 1024)} MiB more`);
  });

  it("that are none throw, since they came from our own database", async () => {
    await assert.rejects(hasher.verify("x", "md5:abc"), /PHC/);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { digest } from "#service/crypto/digest.ts";
import { systemRandomness } from "#service/crypto/random.ts";
import { tokenHash } from "#service/crypto/token-hash.ts";

describe("randomness", () => {
  it("gives ids with their prefix, tokens of 256 bits and legible passwords, never the same twice", () => {
    const made = Array.from({ length: 500 }, () => [
      systemRandomness.id("led"),
      systemRandomness.token(),
      systemRandomness.oneTimePassword(),
    ]).flat();
    assert.equal(new Set(made).size, made.length);
    assert.match(systemRandomness.id("led"), /^led_[0-9a-f]{32}$/);
    assert.equal(Buffer.from(systemRandomness.token(), "base64url").length, 32);
    for (let round = 0; round < 100; round += 1)
      assert.match(systemRandomness.oneTimePassword(), /^[2-9A-HJ-NP-Za-km-z]{16}$/);
  });

  it("A7 hashes tokens and contents with SHA-256", () => {
    assert.equal(tokenHash("abc"), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    assert.equal(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert.equal(digest("汉"), digest(Buffer.from("汉")));
  });
});

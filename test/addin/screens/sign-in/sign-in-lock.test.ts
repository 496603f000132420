import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { minutesLocked } from "#addin/screens/sign-in/sign-in-lock.ts";
import { toInstant } from "#core/kernel/instant.ts";

const now = Date.parse("2026-11-22T01:00:00.000Z");
const lock = { name: "jgdzz", until: toInstant(now + 14.2 * 60_000) };

describe("the lock of an account at sign-in", () => {
  it("A8 tells the minutes that are left, rounded up so that nobody tries too early", () => {
    assert.equal(minutesLocked(lock, "jgdzz", now), 15);
  });

  it("A8 is over when its time is", () => {
    assert.equal(minutesLocked(lock, "jgdzz", now + 14.2 * 60_000), 0);
    assert.equal(minutesLocked(lock, "jgdzz", now + 60 * 60_000), 0);
  });

  it("A8 locks that account only: somebody else may sign in at the same desk", () => {
    assert.equal(minutesLocked(lock, "hlxydzz", now), 0);
    assert.equal(minutesLocked(lock, " jgdzz ", now), 15);
    assert.equal(minutesLocked(null, "jgdzz", now), 0);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { failureSentence } from "#service/cli/failure-sentence.ts";

describe("what the command line says of a broken surrounding", () => {
  const sqlite = (errcode: number): Error =>
    Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode });

  it("SQLite's numbers are told in words that say what to do, in both languages", () => {
    for (const number of [13, 778, 4_874]) assert.equal(failureSentence(sqlite(number)).code, "disk-full");
    for (const number of [8, 1_032]) assert.equal(failureSentence(sqlite(number)).code, "database-read-only");
    assert.equal(failureSentence(sqlite(14)).code, "database-not-opened");
    assert.equal(failureSentence(sqlite(5)).code, "busy");
    for (const number of [13, 8, 14, 5])
      assert.match(
        failureSentence(sqlite(number)).message,
        /请.* .*(?:free|check|try) .*\(database or disk is full\)$/u,
      );
  });

  it("a system's own code that has a sentence keeps it, and a bug says what it knows", () => {
    const full = failureSentence(Object.assign(new Error("write"), { code: "ENOSPC" }));
    assert.deepEqual([full.code, /腾出空间/u.test(full.message)], ["ENOSPC", true]);
    assert.deepEqual(failureSentence(sqlite(19)), { code: "ERR_SQLITE_ERROR", message: "database or disk is full" });
    assert.deepEqual(failureSentence("odd"), { code: "failed", message: "odd" });
  });
});

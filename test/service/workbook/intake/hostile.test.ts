import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { readWorkbook } from "#service/workbook/intake/read-workbook.ts";
import { aPackage } from "#test/builders/sheet-package.ts";
import { HOSTILE_CONTENT } from "#test/builders/sheet-hostile-content.ts";
import { HOSTILE_FILES } from "#test/builders/sheet-hostile-files.ts";

describe("workbooks that must not come in", () => {
  let soundFile = 0;

  before(async () => {
    const from = performance.now();
    assert.ok((await readWorkbook(aPackage())).ok);
    soundFile = performance.now() - from;
  });

  for (const [name, make, code, what] of [...HOSTILE_FILES, ...HOSTILE_CONTENT]) {
    it(`W7 ${name}: ${code}${what === null ? "" : `, ${what}`}`, async () => {
      const bytes = make();
      const memory = process.memoryUsage().rss;
      const from = performance.now();
      const answer = await readWorkbook(bytes);
      const milliseconds = performance.now() - from;
      assert.ok(!answer.ok, "refused");
      const { refusal } = answer;
      const named = "what" in refusal ? refusal.what : "found" in refusal ? refusal.found : null;
      assert.deepEqual([refusal.code, named], [code, what]);
      // The two seconds are those of a machine with nothing else to do: what a sound file takes here and now comes on top.
      assert.ok(milliseconds < 2_000 + 2 * soundFile, `answered after ${Math.round(milliseconds)} ms`);
      assert.ok(process.memoryUsage().rss - memory < 100_000_000, "the service itself stays small");
      assert.equal(Object.keys(Object.prototype).length, 0);
    });
  }
});

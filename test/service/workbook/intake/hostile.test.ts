import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readWorkbook, type IntakeOptions } from "#service/workbook/intake/read-workbook.ts";
import { HOSTILE_CONTENT } from "#test/builders/sheet-hostile-content.ts";
import { HOSTILE_FILES } from "#test/builders/sheet-hostile-files.ts";

/** What must stop a file is what is in it; that time stops every file is proved with a sound one, and measured in test/bench. */
const PATIENT: IntakeOptions = { milliseconds: 30_000 };

describe("workbooks that must not come in", () => {
  for (const [name, make, code, what] of [...HOSTILE_FILES, ...HOSTILE_CONTENT]) {
    it(`W7 ${name}: ${code}${what === null ? "" : `, ${what}`}`, async () => {
      const bytes = make();
      const memory = process.memoryUsage().rss;
      const answer = await readWorkbook(bytes, PATIENT);
      assert.ok(!answer.ok, "refused");
      const { refusal } = answer;
      const named = "what" in refusal ? refusal.what : "found" in refusal ? refusal.found : null;
      assert.deepEqual([refusal.code, named], [code, what]);
      assert.ok(process.memoryUsage().rss - memory < 100_000_000, "the service itself stays small");
      assert.equal(Object.keys(Object.prototype).length, 0);
    });
  }
});

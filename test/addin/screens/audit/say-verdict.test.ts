import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sayVerdict, weightOf } from "#addin/screens/audit/say-verdict.ts";
import { auditWords } from "#addin/wording/accounts/audit-words.ts";
import type { AuditVerdict } from "#core/protocol/audit.ts";

const VERDICTS: readonly (readonly [AuditVerdict, "success" | "warning" | "error", readonly string[]])[] = [
  [{ code: "intact", entries: 42, head: "ab" }, "success", ["42"]],
  [{ code: "broken", at: 7, what: "hash" }, "error", ["7"]],
  [{ code: "broken", at: 7, what: "gap" }, "error", ["7"]],
  [{ code: "broken", at: 7, what: "link" }, "error", ["7"]],
  [{ code: "cut", entries: 40, anchored: 42 }, "error", ["40", "42"]],
  [{ code: "anchor-mismatch", at: 9 }, "error", ["9"]],
  [{ code: "anchor-missing", entries: 42 }, "warning", ["42"]],
];

describe("the verdict on the audit chain", () => {
  for (const [verdict, weight, facts] of VERDICTS) {
    it(`A15 says ${JSON.stringify(verdict)} with its facts in both languages`, () => {
      assert.equal(weightOf(verdict), weight);
      for (const words of [auditWords["zh-CN"], auditWords.en]) {
        for (const fact of facts) assert.ok(sayVerdict(words, verdict).includes(fact));
      }
    });
  }

  it("A15 says something different about each kind of damage", () => {
    const sentences = VERDICTS.map(([verdict]) => sayVerdict(auditWords.en, verdict));
    assert.equal(new Set(sentences).size, VERDICTS.length);
  });
});

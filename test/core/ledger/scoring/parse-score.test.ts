import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { allowedScores, fullScore, kindRange } from "#core/ledger/scoring/kind-scores.ts";
import { parseRatingScore, parseScore } from "#core/ledger/scoring/parse-score.ts";
import type { ScoringKind } from "#core/ledger/scoring/scoring-kind.ts";
import { anItem } from "#test/builders/ledger-template.ts";

const FULL: ScoringKind = { kind: "full" };
const RATIO: ScoringKind = { kind: "ratio", target: "30", full: "3", step: "10", perStep: "1" };
const LATE: ScoringKind = { kind: "deduction", perEvent: "2", floor: "0" };
const FREE: ScoringKind = { kind: "deduction", perEvent: null, floor: "-5" };
const LEVELS: ScoringKind = { kind: "levels", levels: ["20", "15", "10", "0"] };

function outcome(item: { maximum: string; kind: ScoringKind }, text: string, decimals = 2): string {
  const parsed = parseScore(anItem(item), decimals, text);
  return parsed.ok ? parsed.value : parsed.refusal.code;
}

describe("parsing a score", () => {
  for (const [text, expected] of [
    ["8", "8"],
    ["8.50", "8.5"],
    [" 8.5 ", "8.5"],
    ["　８．５　", "8.5"],
    ["007", "7"],
    ["+5", "5"],
    ["-0", "0"],
    ["10.00", "10"],
    ["7.500", "7.5"],
    ["", "score-not-a-number"],
    ["   ", "score-not-a-number"],
    ["八", "score-not-a-number"],
    ["8分", "score-not-a-number"],
    ["80%", "score-not-a-number"],
    ["８０％", "score-not-a-number"],
    ["1,000", "score-not-a-number"],
    ["1，000", "score-not-a-number"],
    ["1e1", "score-not-a-number"],
    ["１ｅ１", "score-not-a-number"],
    ["8 5", "score-not-a-number"],
    ["8.", "score-not-a-number"],
    [".5", "score-not-a-number"],
    ["8。5", "score-not-a-number"],
    ["²", "score-not-a-number"],
    ["①", "score-not-a-number"],
    ["٨", "score-not-a-number"],
    ["NaN", "score-not-a-number"],
    ["Infinity", "score-not-a-number"],
    ["0x8", "score-not-a-number"],
    ["=8", "score-not-a-number"],
    ["8/10", "score-not-a-number"],
    ["1".repeat(400), "score-not-a-number"],
    ["8.123", "score-too-many-decimals"],
    ["0.30000000000000004", "score-not-a-number"],
    ["0.300000000000001", "score-too-many-decimals"],
    ["10.01", "score-out-of-range"],
    ["-1", "score-out-of-range"],
    ["－１", "score-out-of-range"],
    ["−1", "score-out-of-range"],
  ] as const) {
    it(`L6 "${text.slice(0, 20)}" of 10: ${expected}`, () =>
      assert.equal(outcome({ maximum: "10", kind: FULL }, text), expected));
  }

  it("L6 a refusal says what was given and what would do", () => {
    const refusalOf = (kind: ScoringKind, maximum: string, text: string) => {
      const parsed = parseScore(anItem({ maximum, kind }), 1, text);
      return parsed.ok ? undefined : parsed.refusal;
    };
    assert.deepEqual(refusalOf(FULL, "10", "１１"), {
      code: "score-out-of-range",
      given: "１１",
      lowest: "0",
      highest: "10",
    });
    assert.deepEqual(refusalOf(FULL, "10", "1.25"), { code: "score-too-many-decimals", given: "1.25", decimals: 1 });
    assert.deepEqual(refusalOf(LEVELS, "20", "12"), {
      code: "score-not-in-steps",
      given: "12",
      allowed: ["20", "15", "10", "0"],
    });
    assert.deepEqual(refusalOf(FULL, "10", "好"), { code: "score-not-a-number", given: "好" });
  });

  it("L12 each kind has its range, its full score and its steps", () => {
    const kinds = [
      { maximum: "10", kind: FULL },
      { maximum: "5", kind: RATIO },
      { maximum: "4", kind: LATE },
      { maximum: "5", kind: { ...LATE, floor: "-4" } as ScoringKind },
      { maximum: "4", kind: FREE },
      { maximum: "20", kind: LEVELS },
      { maximum: "3", kind: { kind: "bonus", cap: "3" } as ScoringKind },
      { maximum: "0", kind: { kind: "bonus", cap: null } as ScoringKind },
      { maximum: "0", kind: { kind: "veto" } as ScoringKind },
    ].map(anItem);
    assert.deepEqual(
      kinds.map((item) => [kindRange(item).lowest, kindRange(item).highest, fullScore(item), allowedScores(item)]),
      [
        ["0", "10", "10", null],
        ["0", "5", "3", ["5", "4", "3", "2", "1", "0"]],
        ["0", "4", "4", ["4", "2", "0"]],
        ["-4", "5", "5", ["5", "3", "1", "-1", "-3", "-4"]],
        ["-5", "4", "4", null],
        ["0", "20", "20", ["20", "15", "10", "0"]],
        ["0", "3", null, null],
        ["0", null, null, null],
        ["0", "1", "0", ["1", "0"]],
      ],
    );
  });

  it("L12 a ratio ends at 0 and at the maximum even within a step", () => {
    const item = anItem({
      maximum: "4.5",
      kind: { kind: "ratio", target: "30", full: "2.5", step: "10", perStep: "1" },
    });
    assert.deepEqual(allowedScores(item), ["4.5", "3.5", "2.5", "1.5", "0.5", "0"]);
  });

  for (const [kind, maximum, text, expected] of [
    [LATE, "4", "2", "2"],
    [LATE, "4", "3", "score-not-in-steps"],
    [LATE, "4", "-2", "score-out-of-range"],
    [FREE, "4", "-5", "-5"],
    [FREE, "4", "-5.5", "score-out-of-range"],
    [RATIO, "5", "4", "4"],
    [RATIO, "5", "3.5", "score-not-in-steps"],
    [LEVELS, "20", "15.0", "15"],
    [LEVELS, "20", "20.5", "score-out-of-range"],
    [{ kind: "bonus", cap: "3" }, "3", "3.01", "score-out-of-range"],
    [{ kind: "bonus", cap: null }, "0", "1234.5", "1234.5"],
    [{ kind: "bonus", cap: null }, "0", "10000", "10000"],
    [{ kind: "bonus", cap: null }, "0", "10000.01", "score-out-of-range"],
    [{ kind: "veto" }, "0", "1", "1"],
    [{ kind: "veto" }, "0", "0.5", "score-not-in-steps"],
    [{ kind: "veto" }, "0", "2", "score-out-of-range"],
  ] as const) {
    it(`L12 ${kind.kind} takes "${text}" as ${expected}`, () =>
      assert.equal(outcome({ maximum, kind }, text), expected));
  }

  it("L11 a qualitative score stands between 0 and the item's maximum", () => {
    assert.deepEqual(parseRatingScore({ maximum: "5" }, 0, "５"), { ok: true, value: "5" });
    const refused = parseRatingScore({ maximum: "5" }, 0, "5.5");
    assert.equal(refused.ok ? "" : refused.refusal.code, "score-too-many-decimals");
  });

  it("L6 whatever is typed, an accepted score lies in the range and has no more decimals than allowed", () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789.-+０．１％, e")) }),
      fc.float().map(String),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 4 }), (text, decimals) => {
        const parsed = parseScore(anItem({ maximum: "10" }), decimals, text);
        if (!parsed.ok) return;
        assert.match(parsed.value, /^\d+(\.\d{1,4})?$/);
        assert.ok(Number(parsed.value) >= 0 && Number(parsed.value) <= 10);
        assert.ok((parsed.value.split(".")[1] ?? "").length <= decimals);
      }),
      { numRuns: 2000 },
    );
  });
});

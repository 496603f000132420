import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { completionOf } from "#core/ledger/completion.ts";
import type { ScoringKind } from "#core/ledger/scoring/scoring-kind.ts";
import { challengeCount, standingScore } from "#core/ledger/scoring/standing-entry.ts";
import { play } from "#test/builders/ledger-play.ts";
import { anItem } from "#test/builders/ledger-template.ts";

const RATIO: ScoringKind = { kind: "ratio", target: "30", full: "3", step: "10", perStep: "1" };

describe("completion", () => {
  for (const [sentence, lines, item, expected] of [
    ["without evidence 未完成", [], {}, "missing"],
    ["with full marks 完成", ["owner attach"], {}, "complete"],
    ["with less 部分完成", ["owner attach", "owner score 9.99"], {}, "partial"],
    ["with zero 部分完成", ["owner attach", "owner score 0"], {}, "partial"],
    ["after the last file is gone 未完成", ["owner attach", "owner remove"], {}, "missing"],
    ["it follows a challenge", ["owner attach", "peer A score 6"], {}, "partial"],
    ["and its withdrawal", ["owner attach", "peer A score 6", "peer A withdraw"], {}, "complete"],
    ["a ruling without evidence leaves 未完成", ["leader L score 10"], {}, "missing"],
    ["a ratio is complete at its full score", ["owner attach"], { maximum: "5", kind: RATIO }, "complete"],
    ["and above it", ["owner attach", "owner score 5"], { maximum: "5", kind: RATIO }, "complete"],
    ["but not below", ["owner attach", "owner score 2"], { maximum: "5", kind: RATIO }, "partial"],
    [
      "a bonus waits for its owner's claim",
      ["owner attach"],
      { maximum: "0", kind: { kind: "bonus", cap: null } },
      "partial",
    ],
    [
      "a claimed bonus is complete",
      ["owner attach", "owner score 0.5"],
      { maximum: "0", kind: { kind: "bonus", cap: null } },
      "complete",
    ],
    [
      "a bonus of nothing is not",
      ["owner attach", "owner score 0"],
      { maximum: "0", kind: { kind: "bonus", cap: null } },
      "partial",
    ],
    ["a veto item needs only evidence", ["owner attach"], { maximum: "0", kind: { kind: "veto" } }, "complete"],
  ] as const) {
    it(`L6 ${sentence}`, () => {
      const state = play(["owner attach", "owner remove", ...lines], anItem(item));
      assert.ok(typeof state === "object");
      assert.equal(completionOf(anItem(item), state), expected);
    });
  }

  it("L17 counts the challenges that stand or lie below another", () => {
    const state = play(["owner attach", "peer A score 6", "owner accept", "peer B score 4", "leader L score 5"]);
    assert.ok(typeof state === "object");
    assert.equal(challengeCount(state), 2);
    assert.equal(standingScore(state), "5");
  });
});

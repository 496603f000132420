import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HANDLING_WORDS, handlingAction, handlingChoices, parseHandling } from "#core/ledger/handling/handling.ts";
import { anActor } from "#test/builders/ledger-item-state.ts";
import { play } from "#test/builders/ledger-play.ts";

const DISPUTE = ["owner attach", "peer A score 6", "owner contest", "owner escalate", "leader L score 7"];

describe("the column 处理", () => {
  for (const [lines, who, choices] of [
    [1, "owner", []],
    [2, "owner", ["接受", "异议"]],
    [2, "peer A", ["撤回"]],
    [2, "peer B", []],
    [2, "leader L", []],
    [3, "owner", ["提交裁定"]],
    [3, "peer A", ["撤回", "提交裁定"]],
    [4, "owner", []],
    [4, "peer A", ["撤回"]],
    [5, "owner", []],
    [5, "peer A", []],
    [5, "leader L", ["重新开启"]],
  ] as const) {
    it(`L8 L9 L10 offers ${who} ${choices.join("、") || "nothing"} after "${DISPUTE[lines - 1] ?? ""}"`, () => {
      const state = play(DISPUTE.slice(0, lines));
      assert.ok(typeof state === "object");
      assert.deepEqual(handlingChoices(state, anActor(who)), choices);
    });
  }

  it("reads every word it offers, and no other", () => {
    for (const [action, word] of Object.entries(HANDLING_WORDS)) assert.equal(parseHandling(` ${word} `), action);
    for (const word of ["", "同意", "接 受", "accept"]) assert.equal(parseHandling(word), undefined);
  });

  it("takes the row's reason where the action needs one", () => {
    assert.deepEqual(handlingAction("contest", "理由"), { type: "contest", statement: "理由" });
    assert.deepEqual(handlingAction("reopen", "理由"), { type: "reopen", reason: "理由" });
    for (const type of ["accept", "withdraw", "escalate"] as const)
      assert.deepEqual(handlingAction(type, "理由"), { type });
  });
});

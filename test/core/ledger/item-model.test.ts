import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { allowedActions } from "#core/ledger/allowed-actions.ts";
import { decideItemAction } from "#core/ledger/decide-item-action.ts";
import type { ItemState } from "#core/ledger/item-state.ts";
import { anItemState } from "#test/builders/ledger-item-state.ts";
import { parseLine } from "#test/builders/ledger-play.ts";
import { anItem } from "#test/builders/ledger-template.ts";

/**
 * The rules L6 to L10 once more, written from their text with other means: not a stack with states, but a file count, the
 * owner's own score, a list of open or settled challenges and at most one ruling. Random lives of an item must agree.
 */
interface Model {
  files: number;
  own: string | null | undefined;
  challenges: { by: string; score: string; phase: "new" | "accepted" | "contested" | "escalated" }[];
  ruling: { score: string; reopened: boolean } | undefined;
  settled: string[];
}

function standing(model: Model): string | null | undefined {
  return model.ruling?.score ?? model.challenges.at(-1)?.score ?? model.own;
}

/** true: done (the model is changed); false: refused. */
function step(model: Model, who: string, verb: string, score: string): boolean {
  const last = model.challenges.at(-1);
  const disputed = last?.phase === "contested" || last?.phase === "escalated";
  const [role = "", name = ""] = who.split(" ");
  switch (`${role} ${verb}`) {
    case "owner attach":
      if (model.ruling && !model.ruling.reopened) return false;
      model.files += 1;
      if (model.files === 1 && !last && !model.ruling) model.own = "10";
      return true;
    case "owner remove":
      if (last || model.ruling || model.files === 0) return false;
      model.files -= 1;
      if (model.files === 0) model.own = null;
      return true;
    case "owner score":
      if (last || model.ruling || model.files === 0 || model.own === score) return false;
      model.own = score;
      return true;
    case "peer score": {
      if (model.ruling || model.files === 0 || model.settled.includes(name) || standing(model) === score) return false;
      const mine = last?.by === name;
      if (disputed && !mine) return false;
      if (mine) last.score = score;
      else model.challenges.push({ by: name, score, phase: "new" });
      return true;
    }
    case "leader score":
      model.ruling = { score, reopened: false };
      return true;
    case "owner accept":
      if (model.ruling || last?.phase !== "new") return false;
      last.phase = "accepted";
      model.settled.push(last.by);
      return true;
    case "owner contest":
      if (model.ruling || last?.phase !== "new") return false;
      last.phase = "contested";
      return true;
    case "peer withdraw":
      if (model.ruling || last?.by !== name || last.phase === "accepted") return false;
      model.challenges.pop();
      return true;
    case "owner escalate":
    case "peer escalate":
      if (model.ruling || last?.phase !== "contested" || (role === "peer" && last.by !== name)) return false;
      last.phase = "escalated";
      return true;
    case "leader reopen":
      if (!model.ruling || model.ruling.reopened) return false;
      model.ruling.reopened = true;
      return true;
    default:
      return false;
  }
}

const WHO = ["owner", "peer A", "peer B", "peer C", "leader L", "leader M"];
const VERBS = ["attach", "remove", "score", "score", "score", "accept", "contest", "withdraw", "escalate", "reopen"];
const anyDeed = fc.record({
  who: fc.constantFrom(...WHO),
  verb: fc.constantFrom(...VERBS),
  score: fc.constantFrom("0", "4", "6.5", "10"),
});
/** What people do more often, so that random lives get further than their first ruling. */
const likelyDeed = fc.record({
  deed: fc.constantFrom(
    "owner attach",
    "peer A score",
    "peer B score",
    "owner score",
    "owner accept",
    "owner contest",
    "owner contest",
    "owner escalate",
    "peer A withdraw",
    "peer A escalate",
  ),
  score: fc.constantFrom("0", "4", "6.5", "10"),
});
const deed = fc.oneof(
  { weight: 1, arbitrary: anyDeed },
  {
    weight: 4,
    arbitrary: likelyDeed.map(({ deed: text, score }) => ({
      who: text.slice(0, text.lastIndexOf(" ")),
      verb: text.slice(text.lastIndexOf(" ") + 1),
      score,
    })),
  },
);

function checkInvariants(before: ItemState, state: ItemState, who: string): void {
  const roles = state.entries.map((entry) => entry.role);
  assert.ok(roles.lastIndexOf("owner") <= 0, "the owner's entry is at the bottom");
  assert.ok(roles.filter((role) => role === "leader").length <= 1, "one ruling at most");
  assert.ok(!roles.slice(0, -1).includes("leader"), "nothing lies on a ruling");
  assert.ok(state.evidence >= 0);
  if (before.entries.at(-1)?.role === "leader" && !who.startsWith("leader")) {
    assert.deepEqual(state.entries, before.entries, "a ruling locks the score for everyone else");
  }
  if (!who.startsWith("leader") && before.entries.at(-1)?.role === "peer" && who === "owner") {
    assert.equal(state.entries.at(-1)?.score, before.entries.at(-1)?.score, "the owner never moves what a peer set");
  }
}

describe("the life of an item", () => {
  it("L6 L7 L8 L9 L10 any sequence of actions ends as the model says", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 60, size: "max" }), (deeds) => {
        const model: Model = { files: 0, own: undefined, challenges: [], ruling: undefined, settled: [] };
        let state = anItemState();
        for (const { who, verb, score } of deeds) {
          const { actor, action } = parseLine(`${who} ${verb}${verb === "score" ? ` ${score}` : ""}`);
          const offered = allowedActions(state, actor).includes(action.type);
          const next = decideItemAction({ item: anItem(), decimals: 2, state, actor, action });
          const done = step(model, who, verb, score);
          assert.equal(next.ok, done, `${who} ${verb} ${score}: ${next.ok ? "accepted" : next.refusal.code}`);
          // What is offered fails at most because the score is the one that stands already.
          assert.equal(offered, next.ok || next.refusal.code === "score-unchanged");
          if (next.ok) {
            checkInvariants(state, next.value, who);
            state = next.value;
            const status = state.entries.at(-1)?.status ?? "none";
            seen.set(status, (seen.get(status) ?? 0) + 1);
          }
          assert.equal(state.evidence, model.files);
          assert.equal(state.entries.at(-1)?.score ?? null, standing(model) ?? null);
          assert.deepEqual(state.settledWith, model.settled);
        }
      }),
      { numRuns: 1500 },
    );
    for (const status of ["own", "challenged", "accepted", "contested", "escalated", "ruled", "reopened"]) {
      assert.ok((seen.get(status) ?? 0) > 50, `the random lives reach ${status}`);
    }
  });
});

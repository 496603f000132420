import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { allowedActions } from "#core/ledger/handling/allowed-actions.ts";
import { decideItemAction } from "#core/ledger/handling/decide-item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
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

type Deed = (model: Model, name: string, score: string) => boolean;

function isDisputed(model: Model): boolean {
  const phase = model.challenges.at(-1)?.phase;
  return phase === "contested" || phase === "escalated";
}

function challengeBy(model: Model, name: string, score: string): boolean {
  const last = model.challenges.at(-1);
  const mine = last?.by === name;
  if (model.ruling || model.files === 0 || model.settled.includes(name) || standing(model) === score) return false;
  if (isDisputed(model) && !mine) return false;
  if (mine) last.score = score;
  else model.challenges.push({ by: name, score, phase: "new" });
  return true;
}

function answer(model: Model, phase: "accepted" | "contested"): boolean {
  const last = model.challenges.at(-1);
  if (model.ruling || last?.phase !== "new") return false;
  last.phase = phase;
  if (phase === "accepted") model.settled.push(last.by);
  return true;
}

function escalate(model: Model, by?: string): boolean {
  const last = model.challenges.at(-1);
  if (model.ruling || last?.phase !== "contested" || (by !== undefined && last.by !== by)) return false;
  last.phase = "escalated";
  return true;
}

/** true: done (the model is changed); false: refused. A deed that is not here is nobody's. */
const DEEDS: Readonly<Record<string, Deed>> = {
  "owner attach": (model) => {
    if (model.ruling && !model.ruling.reopened) return false;
    model.files += 1;
    if (model.files === 1 && model.challenges.length === 0 && !model.ruling) model.own = "10";
    return true;
  },
  "owner remove": (model) => {
    if (model.challenges.length > 0 || model.ruling || model.files === 0) return false;
    model.files -= 1;
    if (model.files === 0) model.own = null;
    return true;
  },
  "owner score": (model, _name, score) => {
    if (model.challenges.length > 0 || model.ruling || model.files === 0 || model.own === score) return false;
    model.own = score;
    return true;
  },
  "owner accept": (model) => answer(model, "accepted"),
  "owner contest": (model) => answer(model, "contested"),
  "owner escalate": (model) => escalate(model),
  "peer score": challengeBy,
  "peer escalate": (model, name) => escalate(model, name),
  "peer withdraw": (model, name) => {
    const last = model.challenges.at(-1);
    if (model.ruling || last?.by !== name || last.phase === "accepted") return false;
    model.challenges.pop();
    return true;
  },
  "leader score": (model, _name, score) => {
    model.ruling = { score, reopened: false };
    return true;
  },
  "leader reopen": (model) => {
    if (!model.ruling || model.ruling.reopened) return false;
    model.ruling.reopened = true;
    return true;
  },
};

interface Line {
  readonly who: string;
  readonly verb: string;
  readonly score: string;
}

function step(model: Model, { who, verb, score }: Line): boolean {
  const [role = "", name = ""] = who.split(" ");
  return DEEDS[`${role} ${verb}`]?.(model, name, score) ?? false;
}

/** One deed by the rules and by the model. @returns the state after it. */
function live(state: ItemState, model: Model, line: Line): ItemState {
  const { who, verb, score } = line;
  const { actor, action } = parseLine(`${who} ${verb}${verb === "score" ? ` ${score}` : ""}`);
  const offered = allowedActions(state, actor).includes(action.type);
  const next = decideItemAction({ item: anItem(), decimals: 2, state, actor, action });
  const done = step(model, line);
  assert.equal(next.ok, done, `${who} ${verb} ${score}: ${next.ok ? "accepted" : next.refusal.code}`);
  // What is offered fails at most because the score is the one that stands already.
  assert.equal(offered, next.ok || next.refusal.code === "score-unchanged");
  if (!next.ok) return state;
  checkInvariants(state, next.value, who);
  return next.value;
}

function checkAgreement(state: ItemState, model: Model): void {
  assert.equal(state.evidence, model.files);
  assert.equal(state.entries.at(-1)?.score ?? null, standing(model) ?? null);
  assert.deepEqual(state.settledWith, model.settled);
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
        for (const line of deeds) {
          state = live(state, model, line);
          checkAgreement(state, model);
          const status = state.entries.at(-1)?.status ?? "none";
          seen.set(status, (seen.get(status) ?? 0) + 1);
        }
      }),
      { numRuns: 1500 },
    );
    for (const status of ["own", "challenged", "accepted", "contested", "escalated", "ruled", "reopened"]) {
      assert.ok((seen.get(status) ?? 0) > 50, `the random lives reach ${status}`);
    }
  });
});

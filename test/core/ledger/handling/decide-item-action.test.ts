import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { decideItemAction } from "#core/ledger/handling/decide-item-action.ts";
import type { ItemAction } from "#core/ledger/handling/item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { A_REASON, A_STATEMENT, anActor, anItemState } from "#test/builders/ledger-item-state.ts";
import { play, show } from "#test/builders/ledger-play.ts";
import { anItem } from "#test/builders/ledger-template.ts";

/** What people did, line by line, and what then stands: entries from bottom to top with the files in brackets, or a refusal. */
type Case = readonly [sentence: string, lines: readonly string[], outcome: string];

const CHALLENGED = ["owner attach", "peer A score 6"];
const CONTESTED = [...CHALLENGED, "owner contest"];
const ESCALATED = [...CONTESTED, "owner escalate"];
const ACCEPTED = [...CHALLENGED, "owner accept"];
const RULED = [...ESCALATED, "leader L score 7"];
const REOPENED = [...RULED, "leader L reopen"];

const CASES: readonly Case[] = [
  ["L6 the first file gives the owner full marks", ["owner attach"], "10 own (1)"],
  ["L6 a further file leaves the owner's score", ["owner attach", "owner score 8", "owner attach"], "8 own (2)"],
  ["L6 the owner enters any score within the range", ["owner attach", "owner score 8.25"], "8.25 own (1)"],
  ["L6 a score without evidence is refused", ["owner score 8"], "score-needs-evidence"],
  ["L6 a score over the maximum is refused", ["owner attach", "owner score 10.01"], "score-out-of-range"],
  ["L6 a score that is no number is refused", ["owner attach", "owner score 80%"], "score-not-a-number"],
  ["L6 a score with too many decimals is refused", ["owner attach", "owner score 1.234"], "score-too-many-decimals"],
  ["L6 the same score again changes nothing", ["owner attach", "owner score 10.0"], "score-unchanged"],
  ["L6 deleting one of two files keeps the score", ["owner attach", "owner attach", "owner remove"], "10 own (1)"],
  ["L6 deleting the last file empties the score", ["owner attach", "owner score 8", "owner remove"], "- own (0)"],
  [
    "L6 a file after that gives full marks again",
    ["owner attach", "owner score 8", "owner remove", "owner attach"],
    "10 own (1)",
  ],
  ["L6 there is nothing to delete without a file", ["owner remove"], "no-evidence"],
  ["L6 evidence of a challenged item stays", [...CHALLENGED, "owner remove"], "evidence-bound"],
  ["L6 evidence of a contested item stays", [...CONTESTED, "owner remove"], "evidence-bound"],
  ["L6 evidence of an accepted challenge stays", [...ACCEPTED, "owner remove"], "evidence-bound"],
  ["L6 evidence of a ruled item stays", [...RULED, "owner remove"], "evidence-bound"],
  ["L6 evidence of a reopened item stays", [...REOPENED, "owner remove"], "evidence-bound"],
  [
    "L6 a file never replaces what a leader set before",
    ["leader L score 5", "leader L reopen", "owner attach"],
    "L 5 reopened (1)",
  ],

  ["L7 a peer changes the score", CHALLENGED, "10 own | A 6 challenged (1)"],
  ["L7 a peer needs evidence to read", ["peer A score 6"], "score-needs-evidence"],
  ["L7 a peer stays within the range", ["owner attach", "peer A score 11"], "score-out-of-range"],
  ["L7 a challenge with the standing score is none", ["owner attach", "peer A score 10"], "score-unchanged"],
  ["L7 a leader may set a score without evidence", ["leader L score 3"], "L 3 ruled (0)"],

  ["L8 the owner cannot overwrite a challenge", [...CHALLENGED, "owner score 9"], "item-challenged"],
  ["L8 nor an accepted one", [...ACCEPTED, "owner score 9"], "item-challenged"],
  ["L8 the owner accepts", ACCEPTED, "10 own | A 6 accepted (1)"],
  ["L8 the owner contests", CONTESTED, "10 own | A 6 contested (1)"],
  [
    "L8 another peer may set another score meanwhile",
    [...CHALLENGED, "peer B score 4"],
    "10 own | A 6 challenged | B 4 challenged (1)",
  ],
  ["L8 the same peer changes his own in its place", [...CHALLENGED, "peer A score 5"], "10 own | A 5 challenged (1)"],
  [
    "L8 also when the one below is his too",
    [...CHALLENGED, "peer B score 4", "peer A score 3"],
    "10 own | A 6 challenged | B 4 challenged | A 3 challenged (1)",
  ],
  ["L8 once contested no other peer may move it", [...CONTESTED, "peer B score 4"], "item-contested"],
  ["L8 nor the owner", [...CONTESTED, "owner score 9"], "item-contested"],
  [
    "L8 the standing challenger may, and it stays contested",
    [...CONTESTED, "peer A score 8"],
    "10 own | A 8 contested (1)",
  ],
  ["L8 also when escalated", [...ESCALATED, "peer A score 8"], "10 own | A 8 escalated (1)"],
  ["L8 a withdrawn challenge brings the score before back", [...CHALLENGED, "peer A withdraw"], "10 own (1)"],
  [
    "L8 with the status it had",
    [...ACCEPTED, "peer B score 4", "owner contest", "peer B withdraw"],
    "10 own | A 6 accepted (1)",
  ],
  [
    "L8 also the score he changed in between is gone",
    [...CONTESTED, "peer A score 8", "peer A withdraw"],
    "10 own (1)",
  ],
  ["L8 also after escalation", [...ESCALATED, "peer A withdraw"], "10 own (1)"],
  [
    "L8 only the standing challenger withdraws",
    [...CHALLENGED, "peer B score 4", "peer A withdraw"],
    "not-your-challenge",
  ],
  ["L8 an accepted challenge is not withdrawn", [...ACCEPTED, "peer A withdraw"], "not-challenged"],
  ["L8 the same peer cannot challenge an accepted score again", [...ACCEPTED, "peer A score 5"], "already-settled"],
  ["L8 not even on top of another peer", [...ACCEPTED, "peer B score 4", "peer A score 5"], "already-settled"],
  ["L8 other peers can", [...ACCEPTED, "peer B score 4"], "10 own | A 6 accepted | B 4 challenged (1)"],
  ["L8 there is nothing to accept without a challenge", ["owner attach", "owner accept"], "not-challenged"],
  ["L8 nor to contest", ["owner contest"], "not-challenged"],
  ["L8 nor to withdraw", ["owner attach", "peer A withdraw"], "not-challenged"],
  ["L8 an accepted challenge is not contested any more", [...ACCEPTED, "owner contest"], "not-challenged"],
  ["L8 a contested one is not accepted any more", [...CONTESTED, "owner accept"], "item-contested"],
  ["L8 only the owner accepts", [...CHALLENGED, "peer B accept"], "action-not-for-role"],
  ["L8 only the owner contests", [...CHALLENGED, "leader L contest"], "action-not-for-role"],

  ["L9 the owner escalates", ESCALATED, "10 own | A 6 escalated (1)"],
  ["L9 the challenger escalates", [...CONTESTED, "peer A escalate"], "10 own | A 6 escalated (1)"],
  ["L9 nobody else does", [...CONTESTED, "peer B escalate"], "not-your-challenge"],
  ["L9 a leader needs no escalation", [...CONTESTED, "leader L escalate"], "action-not-for-role"],
  ["L9 only a contested item is escalated", [...CHALLENGED, "owner escalate"], "not-contested"],
  ["L9 not an accepted one", [...ACCEPTED, "owner escalate"], "not-contested"],
  ["L9 not twice", [...ESCALATED, "peer A escalate"], "not-contested"],
  ["L9 not without any challenge", ["owner attach", "owner escalate"], "not-challenged"],
  ["L9 the leader's score is final", RULED, "10 own | A 6 escalated | L 7 ruled (1)"],
  ["L9 locked for the owner", [...RULED, "owner score 9"], "item-ruled"],
  ["L9 locked for the challenger", [...RULED, "peer A score 9"], "item-ruled"],
  ["L9 locked for other peers", [...RULED, "peer B score 9"], "item-ruled"],
  ["L9 not withdrawn", [...RULED, "peer A withdraw"], "item-ruled"],
  ["L9 not accepted", [...RULED, "owner accept"], "item-ruled"],
  ["L9 not escalated again", [...RULED, "owner escalate"], "item-ruled"],
  ["L9 a leader may rule without any dispute", ["owner attach", "leader L score 4"], "10 own | L 4 ruled (1)"],
  ["L9 in the middle of one", [...CHALLENGED, "leader L score 4"], "10 own | A 6 challenged | L 4 ruled (1)"],
  ["L9 over an accepted one", [...ACCEPTED, "leader L score 4"], "10 own | A 6 accepted | L 4 ruled (1)"],
  [
    "L9 a leader may confirm the standing score",
    [...ESCALATED, "leader L score 6"],
    "10 own | A 6 escalated | L 6 ruled (1)",
  ],
  ["L9 another leader changes the ruling", [...RULED, "leader M score 8"], "10 own | A 6 escalated | M 8 ruled (1)"],
  ["L9 the leader stays within the range too", ["leader L score 10.5"], "score-out-of-range"],

  ["L10 new evidence on a challenged item is allowed", [...CHALLENGED, "owner attach"], "10 own | A 6 challenged (2)"],
  ["L10 on a contested one too", [...CONTESTED, "owner attach"], "10 own | A 6 contested (2)"],
  ["L10 a ruled item takes none", [...RULED, "owner attach"], "item-ruled"],
  ["L10 until the leader reopens it", [...REOPENED, "owner attach"], "10 own | A 6 escalated | L 7 reopened (2)"],
  ["L10 the ruling keeps standing then", REOPENED, "10 own | A 6 escalated | L 7 reopened (1)"],
  ["L10 the owner still cannot move it", [...REOPENED, "owner score 9"], "item-ruled"],
  ["L10 nor a peer", [...REOPENED, "peer B score 9"], "item-ruled"],
  [
    "L10 the leader rules again",
    [...REOPENED, "owner attach", "leader L score 9"],
    "10 own | A 6 escalated | L 9 ruled (2)",
  ],
  ["L10 also with the same score", [...REOPENED, "leader L score 7"], "10 own | A 6 escalated | L 7 ruled (1)"],
  ["L10 only a ruled item is reopened", [...ESCALATED, "leader L reopen"], "not-ruled"],
  ["L10 not twice", [...REOPENED, "leader L reopen"], "not-ruled"],
  ["L10 not by a peer", [...RULED, "peer A reopen"], "action-not-for-role"],
];

describe("deciding an item's action", () => {
  for (const [sentence, lines, outcome] of CASES) it(sentence, () => assert.equal(show(play(lines)), outcome));

  it("L6 the first file gives each kind what it gives without deductions", () => {
    const outcomes = [
      anItem({ maximum: "5", kind: { kind: "ratio", target: "30", full: "3", step: "10", perStep: "1" } }),
      anItem({ maximum: "20", kind: { kind: "levels", levels: ["20", "15", "10", "0"] } }),
      anItem({ maximum: "4", kind: { kind: "deduction", perEvent: "2", floor: "-2" } }),
      anItem({ maximum: "0", kind: { kind: "bonus", cap: null } }),
      anItem({ maximum: "0", kind: { kind: "veto" } }),
    ].map((item) => show(play(["owner attach"], item)));
    assert.deepEqual(outcomes, ["3 own (1)", "20 own (1)", "4 own (1)", "- own (1)", "0 own (1)"]);
  });

  it("L5 L14 only the owner brings evidence", () => {
    for (const who of ["peer A", "leader L"]) {
      assert.equal(play([`${who} attach`]), "action-not-for-role");
      assert.equal(play(["owner attach", `${who} remove`]), "action-not-for-role");
    }
  });

  it("L7 keeps who, when, old and new score and why", () => {
    const state = play([...CHALLENGED, "owner contest"]) as ItemState;
    const [own, challenge] = state.entries;
    assert.ok(own && challenge);
    assert.equal(own.score, "10");
    assert.equal(challenge.personId, "A");
    assert.equal(challenge.accountId, "account-A");
    assert.equal(challenge.at, "2026-11-21T08:00:00.000Z");
    assert.equal(challenge.reason, A_REASON);
    assert.equal(challenge.statement, A_STATEMENT);
  });

  it("L8 a changed score in a contested item keeps the owner's statement and takes the new reason", () => {
    const state = play(CONTESTED) as ItemState;
    const action: ItemAction = {
      type: "score",
      score: "8",
      reason: " 复核后认可签到表，只扣两分 ",
      acknowledged: true,
    };
    const next = decideItemAction({ item: anItem(), decimals: 2, state, actor: anActor("peer A"), action });
    assert.ok(next.ok);
    assert.equal(next.value.entries[1]?.statement, A_STATEMENT);
    assert.equal(next.value.entries[1].reason, "复核后认可签到表，只扣两分");
  });

  it("L8 remembers with whom an item was settled", () => {
    const state = play([...ACCEPTED, "peer B score 4", "owner accept"]) as ItemState;
    assert.deepEqual(state.settledWith, ["A", "B"]);
  });

  const reasons: readonly (readonly [who: string, reason: string, code: string])[] = [
    ["peer A", "", "reason-required"],
    ["peer A", "缺签到表。", "reason-required"],
    ["peer A", "  扣分    ", "reason-required"],
    ["peer A", "按要求修改！", "reason-empty-phrase"],
    ["leader L", "同意同意同意", "reason-empty-phrase"],
    ["leader L", "", "reason-required"],
  ];
  for (const [who, reason, code] of reasons) {
    it(`L7 a score by ${who} with the reason "${reason}" is refused: ${code}`, () => {
      const action: ItemAction = { type: "score", score: "6", reason, acknowledged: true };
      const state = play(["owner attach"]) as ItemState;
      const next = decideItemAction({ item: anItem(), decimals: 2, state, actor: anActor(who), action });
      assert.equal(next.ok ? "accepted" : next.refusal.code, code);
    });
  }

  for (const who of ["peer A", "leader L"]) {
    it(`L7 ${who} must have been told that he answers for a score he changes`, () => {
      const action: ItemAction = { type: "score", score: "6", reason: A_REASON, acknowledged: false };
      const state = play(["owner attach"]) as ItemState;
      const next = decideItemAction({ item: anItem(), decimals: 2, state, actor: anActor(who), action });
      assert.deepEqual(next, { ok: false, refusal: { code: "acknowledgement-required" } });
    });
  }

  it("L8 contesting needs a statement, L10 reopening a reason", () => {
    const contest = decideItemAction({
      item: anItem(),
      decimals: 2,
      state: play(CHALLENGED) as ItemState,
      actor: anActor("owner"),
      action: { type: "contest", statement: "不同意" },
    });
    const reopen = decideItemAction({
      item: anItem(),
      decimals: 2,
      state: play(RULED) as ItemState,
      actor: anActor("leader L"),
      action: { type: "reopen", reason: "……………………" },
    });
    assert.equal(contest.ok ? "" : contest.refusal.code, "reason-required");
    assert.equal(reopen.ok ? "" : reopen.refusal.code, "reason-empty-phrase");
  });

  it("L7 an officer's full-width digits are understood", () => {
    const action: ItemAction = { type: "score", score: "　６．５０ ", reason: "", acknowledged: false };
    const next = decideItemAction({
      item: anItem(),
      decimals: 2,
      state: play(["owner attach"]) as ItemState,
      actor: anActor("owner"),
      action,
    });
    assert.equal(next.ok ? next.value.entries[0]?.score : "", "6.5");
  });

  it("A0 a peer without a person behind him is a bug, not a refusal", () => {
    const actor = { ...anActor("peer A"), personId: null };
    const ask = () =>
      decideItemAction({
        item: anItem(),
        decimals: 2,
        state: anItemState({ evidence: 1 }),
        actor,
        action: { type: "score", score: "6", reason: A_REASON, acknowledged: true },
      });
    assert.throws(ask, /always a person/);
  });
});

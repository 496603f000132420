import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addDays } from "#core/kernel/day-arithmetic.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import {
  actOnTransfer,
  possibleActs,
  type TransferMove,
  type TransferParty,
} from "#core/people/transfer/act-on-transfer.ts";
import { askForTransfer, issueTransfer, moveInside, type NewLetter } from "#core/people/transfer/issue-transfer.ts";
import { transferChange } from "#core/people/transfer/transfer-change.ts";
import { isOverdue, lapsesOn, validUntil, type TransferRules } from "#core/people/transfer/transfer-rules.ts";
import { isOpen, type Transfer } from "#core/people/transfer/transfer.ts";
import type { Person } from "#core/people/person/person.ts";
import { applyChange, belongingOn } from "#core/people/procedure/person-change.ts";
import { belongsOn } from "#core/people/person/stage-on.ts";
import { aPerson } from "#test/builders/person.ts";

const day = (text: string): Day => text as Day;
const unit = (id: string): UnitId => toId<UnitId>(id);
const TODAY = day("2026-05-20");
const RULES: TransferRules = {
  from: day("2019-01-01"),
  validDays: { city: 30, province: 60, graduate: 90 },
  lapsesAfterMonths: 1,
  leftKinds: { transferred: "41", wholeUnit: "42" },
};

function aLetter(given: Partial<NewLetter> = {}): NewLetter {
  return {
    id: "tra_1",
    kind: "between",
    graduate: false,
    to: { unitId: unit("g2"), outside: null },
    on: day("2026-05-12"),
    reason: "工作调动",
    duesPaidUntil: "2026-05",
    number: null,
    batchId: null,
    who: "李梅",
    ...given,
  };
}

const acting = (today: Day, ...parties: readonly TransferParty[]) => ({
  parties: new Set(parties),
  who: "赵敏",
  today,
  rules: RULES,
});

function issued(given: Partial<NewLetter> = {}, person = aPerson()): Transfer {
  const letter = issueTransfer(person, aLetter(given), { today: TODAY, rules: RULES });
  return letter.ok ? letter.value : assert.fail(letter.refusal.code);
}

const toProvince = {
  kind: "province",
  to: { unitId: null, outside: { heading: "某省委组织部", finallyTo: "某厂党委" } },
} as const;
const receive = (on: string, branch: string | null = "b21"): TransferMove => ({
  act: "receive",
  on: day(on),
  branchId: branch === null ? null : unit(branch),
});

describe("a transfer", () => {
  it("M11 inside what one office works for is done at once, with date and reason", () => {
    const person = aPerson({ unit: "b11" });
    const move = {
      id: "t",
      branchId: unit("b12"),
      on: TODAY,
      today: TODAY,
      reason: "岗位调整",
      who: "李梅",
      batchId: null,
    };
    const moved = moveInside(person, move);
    assert.ok(moved.ok);
    assert.deepEqual([moved.value.state, moved.value.reason], ["received", "岗位调整"]);
    assert.deepEqual(transferChange(moved.value, person, RULES), {
      belong: { unitId: "b12", kind: "member", on: TODAY },
    });
    const same = moveInside(person, { ...move, branchId: unit("b11") });
    assert.deepEqual(!same.ok && same.refusal.code, "belongs-already");
  });

  it("M12 a letter is valid for 30 days in the city, 60 to other provinces, 90 for graduates", () => {
    assert.equal(validUntil(issued()), "2026-06-11");
    assert.equal(validUntil(issued(toProvince)), "2026-07-11");
    assert.equal(validUntil(issued({ ...toProvince, graduate: true })), "2026-08-10");
  });

  it("M12 dues are paid to before the day of transfer, and a mobile stands in the record", () => {
    const refusal = (given: Partial<NewLetter>, person = aPerson()) => {
      const letter = issueTransfer(person, aLetter(given), { today: TODAY, rules: RULES });
      return letter.ok ? "issued" : letter.refusal.code;
    };
    assert.equal(refusal({ duesPaidUntil: "2026-05" }), "issued");
    assert.equal(refusal({ duesPaidUntil: "2026-06" }), "dues-not-before-transfer");
    assert.equal(refusal({ duesPaidUntil: "2026-05-11" }), "issued");
    assert.equal(refusal({ duesPaidUntil: "2026-05-12" }), "dues-not-before-transfer");
    assert.equal(refusal({ on: day("2026-05-01"), duesPaidUntil: "2026-05" }), "dues-not-before-transfer");
    assert.equal(refusal({ duesPaidUntil: "" }), "dues-not-before-transfer");
    assert.equal(refusal({}, aPerson({ facts: { mobile: "" } })), "person-needs");
    assert.equal(refusal({ on: day("2026-05-21") }), "day-not-possible");
    assert.equal(refusal({ duesPaidUntil: "" }, aPerson({ stage: "activist" })), "issued");
  });

  it("M12 the receiver places the person in a branch, and only once", () => {
    const letter = issued();
    const received = actOnTransfer(letter, receive("2026-05-15"), acting(TODAY, "receiver"));
    assert.ok(received.ok);
    assert.deepEqual([received.value.state, received.value.branchId], ["received", "b21"]);
    const again = actOnTransfer(received.value, receive("2026-05-15"), acting(TODAY, "receiver"));
    assert.deepEqual(!again.ok && again.refusal, { code: "transfer-not-open", act: "receive", state: "received" });
    const foreign = actOnTransfer(letter, receive("2026-05-15"), acting(TODAY, "sender"));
    assert.deepEqual(!foreign.ok && foreign.refusal, { code: "transfer-not-yours", act: "receive" });
    const early = actOnTransfer(letter, receive("2026-05-11"), acting(TODAY, "receiver"));
    assert.equal(!early.ok && early.refusal.code, "day-not-possible");
  });

  it("M12 the receiver revokes it back to the sender or endorses it on to the right unit", () => {
    const letter = issued();
    const revoked = actOnTransfer(
      letter,
      { act: "revoke", on: TODAY, reason: "并非本单位" },
      acting(TODAY, "receiver"),
    );
    assert.equal(revoked.ok && revoked.value.state, "revoked");
    const to = { unitId: unit("g3"), outside: null };
    const endorsed = actOnTransfer(
      letter,
      { act: "endorse", on: TODAY, to, reason: "转至" },
      acting(TODAY, "receiver"),
    );
    assert.ok(endorsed.ok);
    assert.deepEqual([endorsed.value.state, endorsed.value.toUnitId], ["open", "g3"]);
    const home = { unitId: unit("b1"), outside: null };
    const back = actOnTransfer(letter, { act: "endorse", on: TODAY, to: home, reason: "" }, acting(TODAY, "receiver"));
    assert.equal(!back.ok && back.refusal.code, "transfer-same-unit");
  });

  it("M12 running out never cancels it: it is overdue, and a month later its sender may revoke or endorse", () => {
    const letter = issued();
    assert.equal(lapsesOn(letter, RULES), "2026-07-12");
    const revoke = (today: string) =>
      actOnTransfer(letter, { act: "revoke", on: day(today), reason: "未接收" }, acting(day(today), "sender"));
    assert.deepEqual([isOverdue(letter, day("2026-06-11")), isOverdue(letter, day("2026-06-12"))], [false, true]);
    const early = revoke("2026-07-11");
    assert.deepEqual(!early.ok && early.refusal, { code: "transfer-not-lapsed", act: "revoke", from: "2026-07-12" });
    assert.equal(revoke("2026-07-12").ok, true);
    const late = actOnTransfer(letter, receive("2027-01-01"), acting(day("2027-01-01"), "receiver"));
    assert.equal(late.ok, true);
    assert.deepEqual(possibleActs(letter, acting(day("2026-07-11"), "sender")), []);
    assert.deepEqual(possibleActs(letter, acting(day("2026-07-12"), "sender")), ["endorse", "revoke"]);
  });

  it("M12 a receiver asks for a person and the sender issues or declines", () => {
    const asked = askForTransfer(aPerson(), {
      id: "t",
      graduate: false,
      on: TODAY,
      reason: "已来我处工作",
      who: "周红",
      toUnitId: unit("g2"),
    });
    assert.ok(asked.ok);
    assert.deepEqual([asked.value.state, isOpen(asked.value)], ["asked", false]);
    const issue = { act: "issue", on: TODAY, duesPaidUntil: "2026-05", validDays: 30 } as const;
    const own = actOnTransfer(asked.value, issue, acting(TODAY, "receiver"));
    assert.equal(!own.ok && own.refusal.code, "transfer-not-yours");
    const granted = actOnTransfer(asked.value, issue, acting(TODAY, "sender"));
    assert.equal(granted.ok && validUntil(granted.value), "2026-06-19");
    const declined = actOnTransfer(
      asked.value,
      { act: "decline", on: TODAY, reason: "仍在我处" },
      acting(TODAY, "sender"),
    );
    assert.equal(declined.ok && declined.value.state, "declined");
  });

  it("M13 a printed letter is released by the committee after comparing, and its receipt ends the membership here", () => {
    const person = aPerson();
    const letter = issued(toProvince, person);
    assert.equal(letter.state, "printed");
    assert.deepEqual(possibleActs(letter, acting(TODAY, "sender")), ["revoke"]);
    const release = { act: "release", on: TODAY } as const;
    const released = actOnTransfer(letter, release, acting(TODAY, "committee"));
    assert.ok(released.ok);
    const arrived = actOnTransfer(released.value, receive("2026-05-20", null), acting(TODAY, "sender"));
    assert.ok(arrived.ok);
    const change = transferChange(arrived.value, person, RULES);
    assert.deepEqual([change?.belong, change?.set?.["leftKind"]], [{ unitId: null, on: "2026-05-20" }, "41"]);
  });

  it("M12 whatever happens in whatever order, a person is never in two units, and in none only after leaving", () => {
    const acts = fc.constantFrom(
      "receive",
      "revoke",
      "endorse",
      "issue",
      "decline",
      "release",
      "again",
    ) satisfies fc.Arbitrary<string>;
    const parties = fc.subarray<TransferParty>(["sender", "receiver", "committee"]);
    const play = fc.array(fc.record({ act: acts, parties, days: fc.nat(40), to: fc.constantFrom("g2", "g3", "b1") }), {
      maxLength: 12,
    });
    const start = fc.constantFrom("between", "province", "asked");
    fc.assert(
      fc.property(start, play, (kind, moves) => {
        const played = playOut(kind, moves);
        assert.ok(played.receptions <= 1, "received once at most");
        for (let when = day("2025-06-01"); when <= addDays(played.today, 1); when = addDays(when, 7)) {
          const kept = belongsOn(played.person, when);
          assert.ok(kept.length <= 1, "never in two units");
          assert.ok(played.left || kept.length === 1, "in none only after leaving");
        }
        if (played.letter.state !== "received") assert.equal(belongingOn(played.person, played.today)?.unitId, "b1");
      }),
      { numRuns: 500 },
    );
  });
});

interface Move {
  readonly act: string;
  readonly parties: readonly TransferParty[];
  readonly days: number;
  readonly to: string;
}

interface Played {
  readonly person: Person;
  readonly letter: Transfer;
  readonly today: Day;
  readonly receptions: number;
  readonly left: boolean;
}

function playOut(kind: string, moves: readonly Move[]): Played {
  const person = aPerson();
  const start: Played = { person, letter: first(kind, person), today: TODAY, receptions: 0, left: false };
  return moves.reduce(played, start);
}

function played(before: Played, move: Move): Played {
  const today = addDays(before.today, move.days);
  const result = actOnTransfer(before.letter, moveOf(before.letter, move, today), acting(today, ...move.parties));
  if (!result.ok) return { ...before, today };
  const change = transferChange(result.value, before.person, RULES);
  assert.equal(change !== undefined, move.act === "receive");
  if (!change) return { ...before, today, letter: result.value };
  return {
    person: applyChange(before.person, change, () => `pos_${today}`),
    ...{ letter: result.value, today, receptions: before.receptions + 1 },
    left: change.belong?.unitId === null,
  };
}

function first(kind: string, person: Person, on: Day = day("2026-05-12")): Transfer {
  if (kind === "asked") {
    const asked = askForTransfer(person, { id: "t", graduate: false, on, reason: "", who: "", toUnitId: unit("g2") });
    return asked.ok ? asked.value : assert.fail();
  }
  return issued(kind === "province" ? toProvince : {}, person);
}

function moveOf(letter: Transfer, move: { readonly act: string; readonly to: string }, today: Day): TransferMove {
  const on = today;
  switch (move.act) {
    case "receive":
      return receive(on, letter.toUnitId === null ? null : "b21");
    case "endorse":
      return { act: "endorse", on, to: { unitId: unit(move.to), outside: null }, reason: "" };
    case "issue":
      return { act: "issue", on, duesPaidUntil: "2026-01", validDays: 30 };
    case "release":
      return { act: "release", on };
    default:
      return { act: move.act === "decline" ? "decline" : "revoke", on, reason: "" };
  }
}

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { leave, restore, type Leaving } from "#core/people/leaving/leave.ts";
import { applyChange } from "#core/people/procedure/person-change.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import { findAgain, loseContact } from "#core/people/transfer/lost-contact.ts";
import { aPerson } from "#test/builders/person.ts";

const day = (text: string): Day => text as Day;
const unit = (id: string): UnitId => toId<UnitId>(id);
const TODAY = day("2026-06-20");
const LEAVING: Leaving = {
  on: day("2026-06-01"),
  kind: "30",
  authority: "江南医科大学党委",
  ground: "",
  note: "",
  today: TODAY,
  hasOpenTransfer: false,
};

describe("leaving", () => {
  it("M1b leaving ends the belonging and keeps the record, with kind, date and authority", () => {
    const person = aPerson();
    const left = leave(person, LEAVING);
    assert.ok(left.ok);
    const after = applyChange(person, left.value, () => "x");
    assert.deepEqual([reachedStage(after, day("2026-05-31")), reachedStage(after, TODAY)], ["probationary", "left"]);
    assert.deepEqual(after.lists.leavings, [
      { on: "2026-06-01", kind: "30", authority: "江南医科大学党委", unit: "b1" },
    ]);
    const again = leave(after, LEAVING);
    assert.equal(!again.ok && again.refusal.code, "left-already");
  });

  it("M1a who left the party has the ground that table 11 counts", () => {
    const person = aPerson();
    const left = leave(person, { ...LEAVING, kind: "11", ground: "14" });
    assert.ok(left.ok);
    const after = applyChange(person, left.value, () => "x");
    assert.deepEqual([after.facts["leaveGround"], after.lists.leavings?.at(-1)?.["ground"]], ["14", "14"]);
  });

  it("M1b it waits for an open letter, needs an authority, and a day in the membership", () => {
    const code = (given: Partial<Leaving>) => {
      const left = leave(aPerson(), { ...LEAVING, ...given });
      return left.ok ? "left" : left.refusal.code;
    };
    assert.equal(code({ hasOpenTransfer: true }), "transfer-open-first");
    assert.equal(code({ authority: " " }), "authority-required");
    assert.equal(code({ on: day("2025-05-31") }), "day-not-possible");
    assert.equal(code({ on: day("2026-06-21") }), "day-not-possible");
  });

  it("M1b restoring lifts the leaving, and both stay in the list", () => {
    const person = aPerson();
    const left = leave(person, { ...LEAVING, kind: "20" });
    assert.ok(left.ok);
    const gone = applyChange(person, left.value, () => "x");
    const back = { on: day("2026-06-10"), unitId: unit("b2"), kind: "1", today: TODAY };
    const restored = restore(gone, back);
    assert.ok(restored.ok);
    const after = applyChange(gone, restored.value, () => "pos_2");
    assert.deepEqual([reachedStage(after, TODAY), after.belongings.at(-1)?.unitId], ["full", "b2"]);
    assert.deepEqual(
      after.lists.leavings?.map(({ kind, on, restoredOn }) => [kind, on, restoredOn]),
      [["20", "2026-06-01", "2026-06-10"]],
    );
    assert.equal(reachedStage(after, day("2026-06-05")), "left");
    const early = restore(gone, { ...back, on: day("2026-05-31") });
    assert.equal(!early.ok && early.refusal.code, "day-not-possible");
    const there = restore(person, back);
    assert.equal(!there.ok && there.refusal.code, "not-left");
  });
});

describe("lost contact", () => {
  const lost = {
    since: day("2026-01-01"),
    why: "1",
    keeper: { id: aPerson({ id: "per_2" }).id, name: "周红" },
    branchId: unit("b-lost"),
    on: TODAY,
    today: TODAY,
  };

  it("M15 moves to a branch for lost members with a named keeper, and back when found", () => {
    const person = aPerson();
    const change = loseContact(person, lost);
    assert.ok(change.ok);
    const after = applyChange(person, change.value, () => "pos_2");
    assert.deepEqual(
      [after.facts["lost"], after.facts["keeper"], after.belongings.at(-1)?.unitId],
      ["1", "周红", "b-lost"],
    );
    const found = findAgain(after, { on: TODAY, branchId: unit("b1"), today: TODAY });
    assert.ok(found.ok);
    const back = applyChange(after, found.value, () => "pos_3");
    assert.deepEqual(
      [back.facts["lost"], back.facts["keeper"], back.belongings.at(-1)?.unitId],
      ["0", undefined, "b1"],
    );
    assert.deepEqual(back.lists.absences, [
      { kind: "lost", from: "2026-01-01", why: "1", keeper: "周红", keeperId: "per_2", until: TODAY },
    ]);
  });

  it("M15 nobody keeps himself", () => {
    const own = loseContact(aPerson({ id: "per_2" }), lost);
    assert.deepEqual(!own.ok && own.refusal, { code: "person-needs", field: "keeper" });
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { admit, proposedJoinKind, type Admission } from "#core/people/development/admit.ts";
import { applyChange } from "#core/people/procedure/person-change.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import { aPerson } from "#test/builders/person.ts";
import { RULES } from "../procedure-rules.ts";

const day = (text: string): Day => text as Day;
const rules = RULES.admission[0] ?? assert.fail();
const TODAY = day("2026-06-20");
const ADMISSION: Admission = {
  joinedOn: day("2026-06-01"),
  joinKind: "1",
  approvingCommittee: "江南医科大学党委",
  approvedOn: day("2026-06-10"),
  bookNumber: "ZG2026-0001",
};
const candidate = aPerson({ stage: "candidate", since: "2022-03-01" });
const now = { today: TODAY, rules };

describe("admission", () => {
  it("M9 the day of the branch's meeting is the join date and the start of probation", () => {
    const admitted = admit(candidate, ADMISSION, now);
    assert.ok(admitted.ok);
    const after = applyChange(candidate, admitted.value.change, () => "pos_2");
    assert.deepEqual([after.facts["joinedOn"], after.facts["meetingOn"]], ["2026-06-01", "2026-06-01"]);
    assert.deepEqual(
      after.belongings.map(({ kind, from, until }) => [kind, from, until]),
      [
        ["applicant", "2022-03-01", "2026-06-01"],
        ["member", "2026-06-01", null],
      ],
    );
    assert.deepEqual(
      [reachedStage(after, day("2026-05-31")), reachedStage(after, TODAY)],
      ["candidate", "probationary"],
    );
  });

  it("M9 under 28 the league's recommendation is proposed, else the plain kind; another choice is to be explained", () => {
    const kind = (birthDate: string) => proposedJoinKind(birthDate, day("2026-06-01"), rules);
    assert.deepEqual([kind("1998-06-02"), kind("1998-06-01"), kind("1998"), kind("")], ["1", "2", null, null]);
    const chosen = admit(candidate, { ...ADMISSION, joinKind: "2" }, now);
    assert.deepEqual(chosen.ok && chosen.value.notes, [{ code: "join-kind-differs", proposed: "1", chosen: "2" }]);
  });

  it("M9 it is entered within two weeks of the committee's approval", () => {
    const notes = (today: string) => {
      const admitted = admit(candidate, ADMISSION, { today: day(today), rules });
      return admitted.ok ? admitted.value.notes : assert.fail();
    };
    assert.deepEqual(notes("2026-06-24"), []);
    assert.deepEqual(notes("2026-06-25"), [{ code: "entered-late", due: "2026-06-24" }]);
  });

  it("M6 nobody is admitted before he is a candidate, without training, or on a day that cannot be", () => {
    const code = (given: Partial<Admission>, person = candidate) => {
      const admitted = admit(person, { ...ADMISSION, ...given }, now);
      return admitted.ok ? "admitted" : admitted.refusal.code;
    };
    assert.equal(code({}, aPerson({ stage: "activist" })), "stage-wrong");
    assert.equal(code({}, aPerson({ stage: "full" })), "stage-wrong");
    assert.equal(code({ joinedOn: day("2024-02-28") }), "day-not-possible");
    assert.equal(code({ joinedOn: day("2026-06-21"), approvedOn: day("2026-06-21") }), "day-not-possible");
    assert.equal(code({ approvedOn: day("2026-05-31") }), "day-not-possible");
    assert.equal(code({}, aPerson({ stage: "candidate", facts: { trainingOn: "" } })), "training-missing");
    assert.equal(code({}, aPerson({ stage: "candidate", facts: { trainingOn: "2026-06-02" } })), "training-missing");
    assert.equal(code({ bookNumber: "" }), "person-needs");
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  actsAmong,
  actsOf,
  askedOf,
  canActOnAll,
  newLetterAct,
  type LetterPossible,
} from "#addin/screens/procedures/transfers/letter-acts.ts";

const here: LetterPossible = { acts: ["receive", "endorse", "revoke"], outside: false };
const away: LetterPossible = { acts: ["receive"], outside: true };
const DRAFT = newLetterAct("2026-06-01");

describe("acts on letters", () => {
  it("M12a the arrival of a letter that left the service is its receipt", () => {
    assert.deepEqual([actsOf(here), actsOf(away)], [["receive", "endorse", "revoke"], ["receipt"]]);
    assert.deepEqual(actsAmong([here, away]), ["receive", "receipt", "endorse", "revoke"]);
    assert.deepEqual([canActOnAll("receive", [here]), canActOnAll("receive", [here, away])], [true, false]);
    assert.deepEqual(askedOf("receipt", ["t1"], DRAFT)?.move, { act: "receive", branchId: null });
  });

  it("M13 a letter is released only after it was compared", () => {
    assert.equal(askedOf("release", ["t1"], DRAFT), undefined);
    assert.deepEqual(askedOf("release", ["t1"], { ...DRAFT, compared: true })?.move, { act: "release" });
  });

  it("M12 what needs a branch, a reason or an addressee waits for it", () => {
    for (const act of ["receive", "endorse", "revoke", "decline"] as const)
      assert.equal(askedOf(act, ["t1"], DRAFT), undefined, act);
    assert.deepEqual(askedOf("receive", ["t1"], { ...DRAFT, branchId: "u1" })?.move, {
      act: "receive",
      branchId: "u1",
    });
    const to = { kind: "code", place: " b22 ", finallyTo: "" } as const;
    assert.deepEqual(askedOf("endorse", ["t1"], { ...DRAFT, to, reason: "应转二支部" })?.move, {
      ...{ act: "endorse", reason: "应转二支部" },
      to: { unitCode: "b22" },
    });
    assert.equal(askedOf("receive", ["t1"], { ...DRAFT, on: "", branchId: "u1" }), undefined);
  });
});

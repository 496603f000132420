import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { classLabel, isTreeClass, listedClasses } from "#core/ledger/scoring/rater-classes.ts";
import { aPolicy } from "#test/builders/ledger-template.ts";

const POLICY = aPolicy({
  classes: [
    { code: "self", name: "自评", weight: "0.3" },
    { code: "teachers", name: "师生代表", weight: "0.3" },
    { code: "leader", name: "组织评", weight: "0.4" },
  ],
});

describe("rater classes", () => {
  it("L12 self, peer and leader come from the tree, others are named lists", () => {
    assert.deepEqual(
      listedClasses(POLICY).map(({ code }) => code),
      ["teachers"],
    );
    assert.deepEqual(["self", "peer", "leader", "teachers"].map(isTreeClass), [true, true, true, false]);
  });

  it("shows the policy's label, or the code of a class it does not have", () => {
    assert.deepEqual(
      ["leader", "students"].map((code) => classLabel(POLICY, code)),
      ["组织评", "students"],
    );
  });
});

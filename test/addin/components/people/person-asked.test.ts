import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { personAsked } from "#addin/components/people/person-asked.ts";

const CASES = [
  ["张小明", { name: "张小明" }],
  ["  张小明 ", { name: "张小明" }],
  ["139 0000 0001", { mobile: "13900000001" }],
  ["１３９００００ ０００１", { mobile: "13900000001" }],
  ["32010119900101001x", { idNumber: "32010119900101001x" }],
  ["320101900101001", { idNumber: "320101900101001" }],
  ["32010", { name: "32010" }],
] as const;

describe("what the box for a person asks", () => {
  for (const [typed, asked] of CASES)
    it(`M3 ${JSON.stringify(typed)} asks ${Object.keys(asked).join()}`, () =>
      assert.deepEqual(personAsked(typed), asked));
});

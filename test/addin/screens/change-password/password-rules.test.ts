import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fieldOfRefusal } from "#addin/screens/change-password/field-of-refusal.ts";
import { formProblems } from "#addin/screens/change-password/form-problems.ts";
import { checkPasswordRules, fitsSoFar } from "#addin/screens/change-password/password-rules.ts";
import { passwordStrength } from "#addin/screens/change-password/password-strength.ts";

const ownData = ["周文强", "jgdzz", "138****2201", "机关党总支"];
const given = (fresh: string, old = "Old-Pass-1234") => ({ old, fresh, ownData });

describe("the rules of a new password while it is typed", () => {
  const cases: readonly (readonly [string, "length" | "own-data" | "not-old", "open" | "met" | "broken"])[] = [
    ["", "length", "open"],
    ["123456789", "length", "broken"],
    ["1234567890", "length", "met"],
    ["𠮷".repeat(9), "length", "broken"],
    ["x".repeat(128), "length", "met"],
    ["x".repeat(129), "length", "broken"],
    ["my-JGDZZ-2026", "own-data", "broken"],
    ["ｊｇｄｚｚ-long-one", "own-data", "broken"],
    ["周文强的好密码啊", "own-data", "broken"],
    ["correct horse", "own-data", "met"],
    ["Old-Pass-1234", "not-old", "broken"],
    ["Other-Pass-1234", "not-old", "met"],
  ];
  for (const [fresh, rule, state] of cases) {
    it(`A2 ${rule} of ${JSON.stringify(fresh.slice(0, 16))} is ${state}`, () => {
      assert.equal(checkPasswordRules(given(fresh))[rule], state);
    });
  }

  it("A2 blames nobody for a phone that the page knows masked only", () => {
    assert.equal(checkPasswordRules(given("13800002201xx"))["own-data"], "met");
  });

  it("A2 leaves the last five and common passwords to the service", () => {
    assert.equal(checkPasswordRules(given("Kx7-mango-river"))["service-checks"], "on-sending");
    assert.equal(fitsSoFar(given("Kx7-mango-river")), true);
    assert.equal(fitsSoFar(given("")), false);
  });
});

describe("the form of a new password", () => {
  it("is sent when nothing is missing", () => {
    assert.deepEqual(formProblems({ old: "a", fresh: "Kx7-mango-river", again: "Kx7-mango-river" }, ownData), {});
  });

  it("names every field that is not ready", () => {
    assert.deepEqual(formProblems({ old: "", fresh: "short", again: "shirt" }, ownData), {
      old: "oldMissing",
      fresh: "rulesBroken",
      again: "againDiffers",
    });
  });

  it("A2 shows a refusal at the field that has to be typed again", () => {
    assert.equal(fieldOfRefusal({ code: "password-wrong" }), "old");
    assert.equal(fieldOfRefusal({ code: "password-used-before" }), "fresh");
    assert.equal(fieldOfRefusal({ code: "password-contains-own-data", what: "unit" }), "fresh");
    assert.equal(fieldOfRefusal({ code: "service-unreachable" }), "form");
  });
});

describe("the strength of a password", () => {
  const cases: readonly (readonly [string, "weak" | "fair" | "strong"])[] = [
    ["aaaaaaaaaaaaaaaa", "weak"],
    ["12345678901234567890", "weak"],
    ["abcdefghijklmnop", "weak"],
    ["Aa1!Aa1!Aa", "fair"],
    ["mango-river-7", "fair"],
    ["mango-river-tuba-42", "strong"],
    ["今年八月去黄山看了日出", "strong"],
  ];
  for (const [password, strength] of cases) {
    it(`of ${password} is ${strength}`, () => assert.equal(passwordStrength(password), strength));
  }
});

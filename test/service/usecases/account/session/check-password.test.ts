import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { DEFAULT_POLICY } from "#service/usecases/account/account-policy.ts";
import { checkPassword, type OwnData } from "#service/usecases/account/session/check-password.ts";
import { COMMON_PASSWORDS, isCommonPassword } from "#service/usecases/account/session/is-common-password.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";

const OWN: OwnData = {
  account: ["jgdzz"],
  name: ["李丽", "ll", "lili"],
  phone: ["13812345678"],
  unit: ["机关党总支", "jgdzz", "jiguandangzongzhi"],
};

const verdict = (password: string): string => {
  const result = checkPassword(password, OWN, DEFAULT_POLICY);
  if (result.ok) return "fit";
  return result.refusal.code === "password-contains-own-data" ? result.refusal.what : result.refusal.code;
};

describe("a new password", () => {
  const cases: readonly (readonly [password: string, expected: string])[] = [
    ["Harbour-Violin-58", "fit"],
    ["河边的老提琴响了五十八次", "fit"],
    ["123456789", "password-too-short"],
    ["河边的老提琴", "password-too-short"],
    ["x".repeat(129), "password-too-long"],
    ["1234567890", "password-common"],
    ["0987654321", "password-common"],
    ["Password2026!", "password-common"],
    ["ｐａｓｓｗｏｒｄ2026!", "password-common"],
    ["woaini5201314", "password-common"],
    ["aaaaaaaaaaaa", "password-common"],
    ["abcabcabcabc", "password-common"],
    ["qwertyuiop12", "password-common"],
    ["abcdefghijkl", "password-common"],
    ["my-JGDZZ-is-fine", "account"],
    ["lili-and-more-1", "name"],
    ["LL1234567890!", "name"],
    ["hello-violin-58", "fit"],
    ["13812345678-x", "phone"],
    ["JiGuanDangZongZhi1", "unit"],
    ["机关党总支2026年", "unit"],
  ];
  for (const [password, expected] of cases) {
    it(`A2 ${password.slice(0, 20)} is ${expected}`, () => {
      assert.equal(verdict(password), expected);
    });
  }

  it("A2 is compared with more than a thousand common ones, every one of which is refused", () => {
    assert.ok(COMMON_PASSWORDS.size > 1_000);
    for (const password of COMMON_PASSWORDS) {
      if (password.length >= 10) assert.notEqual(verdict(password), "fit", password);
    }
  });

  it("A2 is never taken when it holds one's own data, wherever that stands", () => {
    const around = fc.string({ maxLength: 20 });
    const own = fc.constantFrom("jgdzz", "李丽", "13812345678", "机关党总支", "jiguandangzongzhi");
    fc.assert(
      fc.property(around, own, around, (left, piece, right) => assert.notEqual(verdict(left + piece + right), "fit")),
    );
  });

  it("is not called common for being random", () => {
    const random = fc.string({
      unit: fc.constantFrom(...Array.from("abcdefghkmnpqrstuvwxyzABCDEFGH23456789")),
      minLength: 16,
      maxLength: 16,
    });
    let common = 0;
    fc.assert(
      fc.property(random, (password) => void (common += isCommonPassword(password) ? 1 : 0)),
      { seed: 7 },
    );
    assert.ok(common <= 1);
  });
});

describe("a masked phone", () => {
  it("A12 shows three and four digits, wherever the number stands, and leaves other numbers alone", () => {
    assert.equal(maskPhone("13812345678"), "138****5678");
    assert.equal(maskPhone("13812345678-2 (13900001111)"), "138****5678-2 (139****1111)");
    assert.equal(maskPhone("jgdzz2"), "jgdzz2");
    assert.equal(maskPhone("310101190001011234"), "310101190001011234");
  });
});

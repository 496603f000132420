import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import {
  proposeAccountName,
  proposeAccountNames,
  type AccountNameSubject,
} from "#core/organisation/propose-account-name.ts";

const INITIALS: Readonly<Record<string, string>> = { 机: "j", 关: "g", 党: "d", 总: "z", 支: "z", 部: "b", 第: "d" };
const initialsOf = (text: string) => Array.from(text, (character) => INITIALS[character] ?? character).join("");

function propose(subject: AccountNameSubject, taken: readonly string[] = []): string {
  return proposeAccountName(subject, { initialsOf, isTaken: (name) => taken.includes(name) });
}

const unit = (shortName: string): AccountNameSubject => ({ kind: "unit", shortName, code: "unit-7" });
const member = (realName: string): AccountNameSubject => ({ kind: "member", realName });
const secretary = (mobile: string | null): AccountNameSubject => ({ kind: "secretary", mobile, realName: "张伟" });

describe("proposing account names", () => {
  const cases: readonly (readonly [string, AccountNameSubject, readonly string[], string])[] = [
    ["a unit: initials of its short name", unit("机关党总支"), [], "jgdzz"],
    ["a clash gets a number", unit("机关党总支"), ["jgdzz"], "jgdzz2"],
    ["the first free number", unit("机关党总支"), ["jgdzz", "jgdzz2", "jgdzz4"], "jgdzz3"],
    ["digits stay", unit("机关第2党支部"), [], "jgd2dzb"],
    ["a number after a digit is set apart", unit("机关党支部1"), ["jgdzb1"], "jgdzb1-2"],
    ["capitals and signs do not", unit("IT·机关（党总支）"), [], "itjgdzz"],
    ["its code when there are no initials", unit("（）"), [], "unit-7"],
    ["a secretary: his mobile number", secretary("13800001234"), [], "13800001234"],
    ["a mobile number stays readable as one", secretary("13800001234"), ["13800001234"], "13800001234-2"],
    ["his real name while the number is unknown", secretary(null), [], "张伟"],
    ["a member: his real name", member("买买提·艾力"), [], "买买提·艾力"],
    ["without blanks", member(" 张　 伟 "), [], "张伟"],
    ["homonyms get a suffix", member("张伟"), ["张伟"], "张伟2"],
  ];
  for (const [what, subject, taken, name] of cases) {
    it(`A1 ${what}`, () => assert.equal(propose(subject, taken), name));
  }

  it("A1 a batch never proposes a name twice nor one that is taken", () => {
    const names = fc.array(fc.constantFrom<string>("张伟", "张伟2", "李娜", "王芳"), { maxLength: 40 });
    fc.assert(
      fc.property(names, fc.uniqueArray(fc.constantFrom<string>("张伟", "张伟3", "李娜")), (realNames, taken) => {
        const surroundings = { initialsOf, isTaken: (name: string) => taken.includes(name) };
        const proposed = proposeAccountNames(realNames.map(member), surroundings);
        assert.equal(proposed.length, realNames.length);
        assert.equal(new Set([...proposed, ...taken]).size, proposed.length + taken.length);
      }),
    );
  });

  it("A1 a batch of 2,000 homonyms counts on", () => {
    const proposed = proposeAccountNames(
      Array.from({ length: 2_000 }, () => member("张伟")),
      {
        initialsOf,
        isTaken: () => false,
      },
    );
    assert.equal(proposed.at(-1), "张伟2000");
  });
});

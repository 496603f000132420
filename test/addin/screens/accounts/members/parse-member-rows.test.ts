import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { countRows, membersOf, shownPhone } from "#addin/screens/accounts/members/member-list.ts";
import { MOST_MEMBERS, parseMemberRows } from "#addin/screens/accounts/members/parse-member-rows.ts";

function only(text: string) {
  const rows = parseMemberRows(text);
  assert.equal(rows.length, 1, text);
  const { name, phone, problem } = rows[0]!;
  return { name, phone, problem };
}

describe("rows of members pasted from a spreadsheet", () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ["张三\t13800001111", "张三", "13800001111"],
    ["13800001111\t张三", "张三", "13800001111"],
    ["1\t张三\t13800001111", "张三", "13800001111"],
    ["张三\t", "张三", null],
    ["张三", "张三", null],
    ["张 三\t138 0000 1111", "张三", "13800001111"],
    ["张三　１３８００００１１１１", "张三", "13800001111"],
    ["张三，13800001111", "张三", "13800001111"],
    ["张三 138-0000-1111", "张三", "13800001111"],
    ["张三\t+86 13800001111", "张三", "13800001111"],
    ["Anna  Schmidt\t13800001111", "Anna Schmidt", "13800001111"],
    ["阿卜杜拉·买买提\t13800001111", "阿卜杜拉·买买提", "13800001111"],
  ];
  for (const [text, name, phone] of cases) {
    it(`A4 reads ${JSON.stringify(text)}`, () => assert.deepEqual(only(text), { name, phone, problem: null }));
  }

  const problems: readonly (readonly [string, string])[] = [
    ["\t13800001111", "name-missing"],
    [`${"长".repeat(61)}\t13800001111`, "name-too-long"],
    ["张三\t1380000111", "phone-invalid"],
    ["张三\t没有手机", "phone-invalid"],
    ["张三\t1.38E+10", "phone-lost-digits"],
    ["张三\t110101199003071234", "looks-like-id-number"],
    ["张三\t11010119900307123X", "looks-like-id-number"],
  ];
  for (const [text, problem] of problems) {
    it(`A4 says ${problem} of ${JSON.stringify(text.slice(-24))}`, () => assert.equal(only(text).problem, problem));
  }

  it("A4 passes over headers and empty lines and keeps the line's number", () => {
    const rows = parseMemberRows("序号\t姓名\t手机号\r\n\r\n1\t张三\t13800001111\r\n2\t李四\t\r\n");
    assert.deepEqual(
      rows.map(({ line, name }) => [line, name]),
      [
        [3, "张三"],
        [4, "李四"],
      ],
    );
  });

  it("A4 refuses the same person twice, and tells homonyms apart by their phones (A1)", () => {
    const rows = parseMemberRows("张三\t13800001111\n张三\t13800001111\n张三\t13900002222");
    assert.deepEqual(
      rows.map(({ problem }) => problem),
      [null, "doubled", null],
    );
    assert.deepEqual(
      rows.map(({ homonym }) => homonym),
      [true, true, true],
    );
  });

  it("A4 takes no more at once than the service does", () => {
    const rows = parseMemberRows(Array.from({ length: MOST_MEMBERS + 1 }, (_, index) => `党员${index}号`).join("\n"));
    assert.deepEqual(countRows(rows), { good: MOST_MEMBERS, bad: 1 });
    assert.equal(rows.at(-1)?.problem, "too-many");
  });

  it("A12 shows no ID number in full, not even one pasted by mistake", () => {
    const [row] = parseMemberRows("张三\t110101199003071234");
    assert.equal(shownPhone(row!), "110***********1234");
  });

  it("A4 reads what a spreadsheet copies, whatever the order of columns and the width of digits", () => {
    const han = fc.array(fc.constantFrom(...Array.from("赵钱孙李周吴郑王建国文志晓海")), {
      minLength: 2,
      maxLength: 4,
    });
    const person = fc.record(
      {
        name: han.map((characters) => characters.join("")),
        phone: fc.option(
          fc.integer({ min: 0, max: 9_999_999_999 }).map((tail) => `1${String(tail).padStart(10, "0")}`),
        ),
      },
      { noNullPrototype: true },
    );
    const people = fc.uniqueArray(person, { selector: ({ name }) => name, minLength: 1, maxLength: 20 });
    const style = fc.record({ phoneFirst: fc.boolean(), full: fc.boolean(), numbered: fc.boolean() });
    fc.assert(
      fc.property(people, style, (members, { phoneFirst, full, numbered }) => {
        const lines = members.map(({ name, phone }, index) => {
          const digits = full && phone ? wide(phone) : (phone ?? "");
          const cells = phoneFirst ? [digits, name] : [name, digits];
          return [...(numbered && !phoneFirst ? [String(index + 1)] : []), ...cells].join("\t");
        });
        assert.deepEqual(membersOf(parseMemberRows(lines.join("\r\n"))), members);
      }),
    );
  });
});

function wide(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

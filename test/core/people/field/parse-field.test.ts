import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { FieldDefinition } from "#core/people/field/field.ts";
import { parseField, type FieldInput } from "#core/people/field/parse-field.ts";
import { showField } from "#core/people/field/show-field.ts";
import { parseDay, type Day } from "#core/kernel/instant.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const today = "2026-11-22" as Day;

function fieldOf(key: string): FieldDefinition {
  const found = [...catalogue.person, ...catalogue.unit].find((field) => field.key === key);
  assert.ok(found, key);
  return found;
}

/** Canonical text, or the code of the refusal with a mark before it. */
function read(
  key: string,
  value: FieldInput,
  more: { edition?: string; date1904?: boolean; shown?: string } = {},
): string {
  const parsed = parseField(fieldOf(key), value, { catalogue, today, ...more });
  return parsed.ok ? parsed.value : `!${parsed.refusal.code}`;
}

function reads(cases: readonly (readonly [string, FieldInput, string])[]): void {
  for (const [key, value, expected] of cases) assert.equal(read(key, value), expected, `${key} ${String(value)}`);
}

describe("parse field", () => {
  it("W8 reads days in every form officers write", () => {
    reads([
      ["meetingOn", "2026-03-01", "2026-03-01"],
      ["meetingOn", " 2026/3/1 ", "2026-03-01"],
      ["meetingOn", "2026.3.1", "2026-03-01"],
      ["meetingOn", "2026年3月1日", "2026-03-01"],
      ["meetingOn", "２０２６年０３月０１日", "2026-03-01"],
      ["meetingOn", "20260301", "2026-03-01"],
      ["meetingOn", 20260301, "2026-03-01"],
      ["meetingOn", "2026-03-01 00:00:00", "2026-03-01"],
      ["meetingOn", "2026-03-01T08:30:00Z", "2026-03-01"],
      ["meetingOn", 46082, "2026-03-01"],
      ["meetingOn", 46082.75, "2026-03-01"],
      ["meetingOn", "46082", "2026-03-01"],
    ]);
    assert.equal(read("meetingOn", 44620, { date1904: true }), "2026-03-01");
  });

  it("W8 reads months in every form, and keeps them where a field takes months", () => {
    for (const key of ["workStart", "joinedOn"]) {
      for (const text of ["1969.01", "1969.1", "1969-01", "1969/1", "1969年1月", "1969年01月份", "196901"]) {
        assert.equal(read(key, text), "1969-01", `${key} ${text}`);
      }
      assert.equal(read(key, 1969.01), "1969-01");
      assert.equal(read(key, 196901), "1969-01");
    }
    assert.equal(read("workStart", "1969-01-15"), "1969-01");
    assert.equal(read("joinedOn", "1969-01-01", { shown: "1969.01" }), "1969-01");
    assert.equal(read("joinedOn", "1969-01-15", { shown: "1969.01" }), "1969-01-15");
    assert.equal(read("meetingOn", "2026-03"), "!day-to-the-month-only");
  });

  it("W8 refuses a date that can be read in two ways, or is none", () => {
    reads([
      ["joinedOn", 1969.1, "!day-ambiguous"],
      ["joinedOn", "69.1.1", "!day-ambiguous"],
      ["joinedOn", "1/3/2026", "!day-ambiguous"],
      ["joinedOn", 1969, "!day-to-the-year-only"],
      ["joinedOn", "1969年", "!day-to-the-year-only"],
      ["joinedOn", "2026-02-29", "!day-impossible"],
      ["joinedOn", "2026-13", "!day-impossible"],
      ["joinedOn", "2026-3.1", "!value-not-a-day"],
      ["joinedOn", "去年", "!value-not-a-day"],
      ["joinedOn", true, "!value-not-a-day"],
      ["joinedOn", 12, "!value-not-a-day"],
      ["joinedOn", "2026-11-23", "!day-in-the-future"],
      ["joinedOn", "2026-11-22", "2026-11-22"],
      ["joinedOn", "1700-01-01", "!day-out-of-range"],
      ["abroadDue", "2027-01-01", "2027-01-01"],
    ]);
  });

  it("M1 checks ID numbers by GB 11643", () => {
    reads([
      ["idNumber", "11010519491231002X", "11010519491231002X"],
      ["idNumber", "11010519491231002x", "11010519491231002X"],
      ["idNumber", " １１０１０５ 19491231 002Ｘ\u200b", "11010519491231002X"],
      ["idNumber", "440524188001010014", "440524188001010014"],
      ["idNumber", "110105194912310021", "!id-number-check-digit"],
      ["idNumber", "110105491231002", "!id-number-of-15-digits"],
      ["idNumber", "1101051949123100", "!id-number-length"],
      ["idNumber", "11010519491331002X", "!id-number-birth-day"],
      ["idNumber", "11010520991231002X", "!id-number-birth-day"],
      ["idNumber", "1101051949123100AX", "!id-number-characters"],
      ["idNumber", 440524188001010000, "!digits-lost"],
      ["idNumber", "4.40524E+17", "!digits-lost"],
    ]);
  });

  it("A12 says nothing of an ID number or a phone in a refusal", () => {
    for (const [key, value] of [
      ["idNumber", "110105194912310021"],
      ["idNumber", "1101051949123100AX"],
      ["mobile", "1381234567"],
      ["mobile", "13812345678/13912345678"],
    ] as const) {
      const parsed = parseField(fieldOf(key), value, { catalogue, today });
      assert.ok(!parsed.ok);
      assert.doesNotMatch(JSON.stringify(parsed.refusal), /\d{7}/);
    }
  });

  it("M1 reads codes by name, other name, former name and code", () => {
    reads([
      ["sex", "男", "1"],
      ["sex", "女性", "2"],
      ["sex", 1, "1"],
      ["sex", "1-男", "1"],
      ["sex", "1-女", "!value-not-a-code"],
      ["ethnic", "汉", "01"],
      ["ethnic", " 汉 族 ", "01"],
      ["ethnic", 1, "01"],
      ["ethnic", "崩龙族", "46"],
      ["ethnic", "毛难族", "36"],
      ["ethnic", "火星族", "!value-not-a-code"],
      ["education", "大学本科", "21"],
      ["education", "初中肄业", "73"],
      ["occupation", "事业单位专业技术人员", "13"],
    ]);
  });

  it("M1 never guesses the edition of an education code", () => {
    assert.equal(read("education", "72"), "!code-edition-unknown");
    assert.equal(read("education", "21"), "!code-edition-unknown");
    assert.equal(read("education", "72", { edition: "2006" }), "73");
    assert.equal(read("education", "82", { edition: "2006" }), "83");
    assert.equal(read("education", "73", { edition: "2006" }), "73");
    assert.equal(read("education", "73", { edition: "1984" }), "71");
    assert.equal(read("education", "62", { edition: "1984" }), "44");
    assert.equal(read("education", "68", { edition: "1984" }), "!code-without-counterpart");
    assert.equal(read("education", "11", { edition: "1984" }), "!value-not-a-code");
    assert.equal(read("education", "职高毕业", { edition: "1984" }), "44");
  });

  it("M1 reads phones in their forms, and one phone only", () => {
    reads([
      ["mobile", "138 1234 5678", "13812345678"],
      ["mobile", "+86-138-1234-5678", "13812345678"],
      ["mobile", "008613812345678", "13812345678"],
      ["mobile", 13812345678, "13812345678"],
      ["mobile", "１３８１２３４５６７８", "13812345678"],
      ["mobile", "+852 9123 4567", "0085291234567"],
      ["mobile", "021-65981234", "!phone-not-a-mobile"],
      ["mobile", "12812345678", "!phone-not-a-number"],
      ["mobile", "13812345678/13912345678", "!phone-several"],
      ["phone", "021-65981234", "02165981234"],
      ["phone", "65981234", "65981234"],
      ["phone", "021-65981234转8001", "!phone-with-extension"],
      ["phone", "021-65981234-8001", "!phone-with-extension"],
    ]);
  });

  it("M1 reads numbers and amounts exactly", () => {
    reads([
      ["duesBase", "¥12,345.5元", "12345.50"],
      ["duesBase", 3000, "3000.00"],
      ["duesBase", "３０００", "3000.00"],
      ["duesBase", 0.1 + 0.2, "0.30"],
      ["duesBase", "3000.555", "!value-not-money"],
      ["duesBase", "1,2", "!value-not-money"],
      ["duesBase", "-1", "!value-out-of-range"],
      ["duesBase", "两千", "!value-not-money"],
      ["staff", "0012", "12"],
      ["staff", "12人", "12"],
      ["staff", "1,234", "1234"],
      ["staff", 12.5, "!value-not-whole"],
      ["electionTerm", 6, "!value-out-of-range"],
    ]);
  });

  it("M1 W8 takes no circled, raised or broken number for digits", () => {
    for (const text of ["①", "10²", "1½", "⒈"]) {
      assert.equal(read("electionTerm", text), "!value-not-whole", text);
      assert.equal(read("birthDate", `2000-01-${text}`), "!value-not-a-day", text);
    }
  });

  it("M1 reads names, texts and yes or no", () => {
    reads([
      ["name", "张　三", "张三"],
      ["name", "阿卜杜拉•买买提", "阿卜杜拉·买买提"],
      ["name", "Anna  Smith", "Anna Smith"],
      ["name", "13812345678", "!value-not-a-name"],
      ["name", "=1+1", "!value-not-a-name"],
      ["address", "上海市，杨浦区（四平路）", "上海市，杨浦区（四平路）"],
      ["remark", "长".repeat(501), "!text-too-long"],
      ["remark", "#N/A", "!value-is-an-error"],
      ["student", "是", "1"],
      ["student", "√", "1"],
      ["student", false, "0"],
      ["student", "无", "0"],
      ["student", "也许", "!value-not-yes-no"],
      ["socialCreditCode", "91350100m000100y43", "91350100M000100Y43"],
      ["socialCreditCode", "91350100M000100Y44", "!credit-code-wrong"],
    ]);
  });

  it("W8 takes what says nothing for an emptied field", () => {
    for (const nothing of ["", "  ", "　", null, "*", "＊"]) {
      for (const field of catalogue.person) assert.equal(read(field.key, nothing), "", field.key);
    }
    reads([
      ["joinedOn", "—", ""],
      ["joinedOn", "无", ""],
      ["degree", "无", "0"],
      ["mobile", "/", ""],
      ["remark", "无", "无"],
    ]);
  });

  it("M1 knows a unit or a person by what it is asked to find", () => {
    const find = (_type: string, text: string): string | undefined => (text === "机关党支部" ? "u1" : undefined);
    const parsed = parseField(fieldOf("parent"), "机关党支部", { catalogue, today, find });
    assert.deepEqual(parsed, { ok: true, value: "u1" });
    assert.equal(read("parent", "无此支部"), "!value-not-known");
  });
});

describe("show field", () => {
  it("M1 shows labels, yes and no, and whatever it does not know as it stands", () => {
    const show = (key: string, canonical: string, language: "zh-CN" | "en") =>
      showField(fieldOf(key), canonical, { catalogue, language });
    assert.deepEqual(
      [show("sex", "2", "zh-CN"), show("sex", "2", "en"), show("sex", "7", "en")],
      ["女", "female", "7"],
    );
    assert.deepEqual(
      [show("student", "1", "zh-CN"), show("student", "0", "en"), show("student", "2", "en")],
      ["是", "No", "2"],
    );
    assert.equal(show("joinedOn", "", "en"), "");
  });

  const coded = [...catalogue.person, ...catalogue.unit].filter((field) => field.type === "code");

  it("M1 every code shown is read again as the same code, in both languages", () => {
    for (const field of coded) {
      for (const { code } of catalogue.codeList(field.codes ?? "").values) {
        for (const language of ["zh-CN", "en"] as const) {
          const shown = showField(field, code, { catalogue, language });
          assert.deepEqual(
            parseField(field, shown, { catalogue, today }),
            { ok: true, value: code },
            `${field.key} ${shown}`,
          );
        }
      }
    }
  });

  it("M1 every other value shown is read again as itself", () => {
    const day = fc
      .date({ min: new Date("1900-01-01"), max: new Date("2026-11-21"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const values: Record<string, fc.Arbitrary<string>> = {
      joinedOn: fc.oneof(
        day,
        day.map((text) => text.slice(0, 7)),
      ),
      meetingOn: day,
      workStart: day.map((text) => text.slice(0, 7)),
      student: fc.constantFrom("0", "1"),
      duesBase: fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2)),
      staff: fc.integer({ min: 0, max: 10_000_000 }).map(String),
      mobile: fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
      remark: fc
        .string()
        .map((text) => text.replace(/[^\x21-\x7e]/g, ""))
        .filter((text) => !/^(\*+|#.*)?$/.test(text)),
    };
    for (const [key, arbitrary] of Object.entries(values)) {
      fc.assert(
        fc.property(arbitrary, fc.constantFrom("zh-CN" as const, "en" as const), (canonical, language) => {
          assert.equal(read(key, showField(fieldOf(key), canonical, { catalogue, language })), canonical, key);
        }),
      );
    }
  });

  it("W8 a serial is the day that a calendar counts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_200, max: 46_300 }), (serial) => {
        const counted = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        assert.equal(read("abroadDue", serial), counted);
        assert.ok(parseDay(counted));
      }),
    );
  });
});

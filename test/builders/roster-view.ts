import type { FieldDefinition } from "#core/people/field/field.ts";
import type { RosterRow, RosterView } from "#core/sheet/roster/roster-view.ts";

type Named = Pick<FieldDefinition, "key" | "type"> & { readonly zh: string };

export function aField({ key, type, zh }: Named, change: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    of: "person",
    key,
    type,
    label: { zh, en: key },
    aliases: [],
    group: "identity",
    edited: "free",
    width: 12,
    rule: "M1",
    ...change,
  };
}

export const ROSTER_FIELDS: readonly FieldDefinition[] = [
  aField({ key: "name", type: "text", zh: "姓名" }, { required: ["full"] }),
  aField({ key: "idNumber", type: "id-number", zh: "公民身份号码" }, { sensitive: true, width: 20 }),
  aField({ key: "sex", type: "code", zh: "性别" }, { codes: "sex" }),
  aField({ key: "birthDate", type: "day", zh: "出生日期" }),
  aField({ key: "mobile", type: "phone", zh: "手机" }, { sensitive: true, required: ["full"] }),
  aField({ key: "duesBase", type: "money", zh: "党费计算基数" }),
  aField({ key: "student", type: "yes-no", zh: "是否学生" }),
  aField({ key: "conversionResult", type: "code", zh: "转正情况" }, { edited: "procedure", codes: "sex" }),
  aField({ key: "age", type: "whole", zh: "年龄" }, { edited: "computed" }),
];

export function aRosterRow(id: string, change: Partial<RosterRow> = {}): RosterRow {
  return {
    record: `person:${id}`,
    facts: {
      name: `张${id}`,
      idNumber: `310***********${id.padStart(4, "0").slice(-4)}`,
      sex: "1",
      birthDate: "1990-03-01",
      mobile: "138****0001",
      duesBase: "3000.50",
      student: "0",
      age: "36",
    },
    revisions: { name: 3 },
    ...change,
  };
}

export function aRosterView(change: Partial<RosterView> = {}): RosterView {
  return {
    issue: { service: "s", definition: "1", change: 7, issuedAt: "2026-11-22T08:00:00.000Z", issuedTo: "机关党总支" },
    ask: { list: "members", unitId: "u1", on: null, filter: "" },
    unitName: "机关党总支",
    on: "2026-11-22",
    fields: ROSTER_FIELDS,
    codes: {
      sex: [
        { code: "1", label: { zh: "男", en: "male" } },
        { code: "2", label: { zh: "女", en: "female" } },
      ],
    },
    rows: [aRosterRow("1"), aRosterRow("2"), aRosterRow("3")],
    ...change,
  };
}

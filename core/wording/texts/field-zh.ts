import type { FieldRefusal } from "#core/people/field/field-refusal.ts";
import type { Procedure } from "#core/people/field/field.ts";

/** Those that other rules say in the same words stand with them. */
type Own = Exclude<FieldRefusal["code"], "text-too-long">;
export type FieldSentences = {
  readonly [Code in Own]: (refusal: Extract<FieldRefusal, { readonly code: Code }>) => string;
};

const PROCEDURES = {
  admission: "吸收预备党员",
  conversion: "预备党员转正",
  transfer: "组织关系转接",
  leaving: "党员减少或恢复",
  "unit-change": "党组织变动",
  election: "换届",
  dues: "党费",
} as const satisfies Record<Procedure, string>;

export const fieldSentencesZh = {
  "value-is-an-error": ({ given }) => `单元格中是错误值 ${given}，请改为实际内容。`,
  "value-not-a-name": ({ given }) => `“${given}”不像姓名，请检查这一列是否对应正确。`,
  "value-not-a-day": ({ given }) => `“${given}”不是日期，请写成 2026-03-01。`,
  "value-not-a-month": ({ given }) => `“${given}”不是年月，请写成 2026-03。`,
  "day-impossible": ({ given }) => `没有 ${given} 这一天。`,
  "day-out-of-range": ({ given, first, last }) => `日期 ${given} 不在 ${first} 至 ${last} 之间。`,
  "day-in-the-future": ({ given, today }) => `日期 ${given} 晚于今天（${today}）。`,
  "day-to-the-month-only": ({ given }) => `“${given}”只写到月，这里须写到日。`,
  "day-to-the-year-only": ({ given }) => `“${given}”只写到年，请写明月份。`,
  "day-ambiguous": ({ given }) =>
    `“${given}”可以理解为不同的日期（如 1969.1 可能是 1 月或 10 月），请写成 2026-03-01。`,
  "value-not-a-code": ({ given, list, near }) =>
    near.length === 0
      ? `“${given}”不在“${list}”的选项中。`
      : `“${given}”不在“${list}”的选项中，是否为：${near.join("、")}？`,
  "code-edition-unknown": ({ given, editions }) =>
    `代码 ${given} 在不同版本（${editions.join("、")}）中含义不同，请在对应关系中指明版本，或改用文字。`,
  "code-without-counterpart": ({ given, edition }) =>
    `${edition} 版的“${given}”在现行代码中没有对应项，请按实际情况选择。`,
  "value-not-whole": ({ given }) => `“${given}”不是整数。`,
  "value-not-money": ({ given }) => `“${given}”不是金额（元，最多两位小数）。`,
  "value-out-of-range": ({ given, lowest, highest }) =>
    `${given} 超出范围（${lowest === null ? "不限" : String(lowest)} 至 ${highest === null ? "不限" : String(highest)}）。`,
  "value-not-yes-no": ({ given }) => `“${given}”应填“是”或“否”。`,
  "id-number-length": ({ length }) => `身份证号应为 18 位，现为 ${length} 位。`,
  "id-number-of-15-digits": () => "这是 15 位旧身份证号，请填写 18 位号码。",
  "id-number-characters": () => "身份证号应为 17 位数字加 1 位数字或 X。",
  "id-number-birth-day": () => "身份证号第 7 至 14 位不是可能的出生日期。",
  "id-number-check-digit": () => "身份证号校验码不正确，请逐位核对。",
  "digits-lost": () => "号码以数字格式保存，末几位已经丢失，请以文本格式重新填写。",
  "phone-not-a-number": () => "电话号码格式不正确。",
  "phone-several": () => "这里有不止一个号码，请只填一个。",
  "phone-with-extension": () => "电话号码不能带分机号。",
  "phone-not-a-mobile": () => "这里应填手机号码。",
  "credit-code-wrong": ({ given }) => `“${given}”不是正确的统一社会信用代码（18 位，校验码不符）。`,
  "value-not-known": ({ given }) => `没有找到“${given}”。`,
  "field-computed": () => "这一项由系统计算，不能填写。",
  "by-procedure": ({ procedure }) => `这一项须通过“${PROCEDURES[procedure]}”办理，不能直接填写。`,
  "sex-against-id-number": () => "性别与身份证号第 17 位不一致。",
  "birth-date-against-id-number": () => "出生日期与身份证号第 7 至 14 位不一致。",
  "field-not-emptied": () => "这一项可以更正，但不能清空。",
} satisfies FieldSentences;

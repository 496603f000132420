import type { Language } from "#core/wording/language.ts";

/** What the box says that finds one person. */
export interface PersonPickerWords {
  readonly hint: string;
  readonly find: string;
  readonly choose: (count: number) => string;
  readonly nobody: string;
  readonly elsewhere: (unit: string) => string;
  readonly another: string;
}

export const personPickerWords = {
  "zh-CN": {
    hint: "输入完整的姓名、公民身份号码或手机，按回车查找",
    find: "查找",
    choose: (count) => `找到 ${count} 人，请选择`,
    nobody: "没有找到。须输入完整的姓名、公民身份号码或手机。",
    elsewhere: (unit) => `此人的记录在 ${unit}，不在您的工作范围内。`,
    another: "另选",
  },
  en: {
    hint: "Whole name, ID number or mobile, then Enter",
    find: "Find",
    choose: (count) => `${count} found: choose one`,
    nobody: "Nobody was found. The name, ID number or mobile must be complete.",
    elsewhere: (unit) => `This person's record is at ${unit}, outside your work.`,
    another: "Another",
  },
} satisfies Record<Language, PersonPickerWords>;

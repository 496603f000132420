import type { Language } from "#core/wording/language.ts";

export interface MemberBatchWords {
  readonly title: (branch: string) => string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly placeholder: string;
  readonly previewTitle: string;
  readonly row: string;
  readonly name: string;
  readonly phone: string;
  readonly remark: string;
  readonly noPhone: string;
  readonly nothingPasted: string;
  readonly counted: (facts: { readonly good: number; readonly bad: number }) => string;
  readonly problems: Readonly<
    Record<
      | "name-missing"
      | "name-too-long"
      | "phone-invalid"
      | "phone-lost-digits"
      | "looks-like-id-number"
      | "doubled"
      | "too-many",
      string
    >
  >;
  readonly homonym: string;
  readonly fits: string;
  readonly send: (count: number) => string;
  readonly sending: string;
  readonly nothingToSend: string;
  readonly fixFirst: string;
  readonly refusedTitle: (count: number) => string;
}

export const memberBatchWords = {
  "zh-CN": {
    title: (branch) => `批量开通党员账号：${branch}`,
    paste: "姓名和手机号",
    pasteHint: "从 Excel 或 WPS 复制两列（姓名、手机号）粘贴到这里，一行一人；手机号可空。",
    placeholder: "张三\t13800000000\n李四\t13900000000",
    previewTitle: "预览",
    row: "行",
    name: "姓名",
    phone: "手机号",
    remark: "检查",
    noPhone: "（无）",
    nothingPasted: "粘贴后在这里逐行检查。",
    counted: ({ good, bad }) => (bad > 0 ? `${good} 人可开通，${bad} 行有问题` : `${good} 人可开通`),
    problems: {
      "name-missing": "缺姓名",
      "name-too-long": "姓名过长",
      "phone-invalid": "手机号应为 1 开头的 11 位数字",
      "phone-lost-digits": "表格已把手机号变成科学计数，末几位丢失：请把该列设为文本后重新复制",
      "looks-like-id-number": "像是身份证号：此处不要粘贴身份证号",
      doubled: "与前面某行相同",
      "too-many": "一次最多 2000 人",
    },
    homonym: "同名：账号名自动加后缀",
    fits: "可开通",
    send: (count) => `开通 ${count} 个账号`,
    sending: "正在开通……",
    nothingToSend: "请先粘贴姓名",
    fixFirst: "请先改正有问题的行",
    refusedTitle: (count) => `${count} 人未开通：`,
  },
  en: {
    title: (branch) => `Member accounts: ${branch}`,
    paste: "Names and phones",
    pasteHint:
      "Copy two columns (name, phone) from the spreadsheet and paste them here, one person a row; phones may be empty.",
    placeholder: "张三\t13800000000\n李四\t13900000000",
    previewTitle: "Preview",
    row: "Row",
    name: "Name",
    phone: "Phone",
    remark: "Check",
    noPhone: "(none)",
    nothingPasted: "Each row is checked here once you paste.",
    counted: ({ good, bad }) => (bad > 0 ? `${good} can be made, ${bad} rows with problems` : `${good} can be made`),
    problems: {
      "name-missing": "Name is missing",
      "name-too-long": "Name is too long",
      "phone-invalid": "11 digits, the first is 1",
      "phone-lost-digits": "The spreadsheet rounded this number: format the column as text and copy again",
      "looks-like-id-number": "Looks like an ID number: do not paste those here",
      doubled: "Same as a row above",
      "too-many": "At most 2,000 at once",
    },
    homonym: "Same name: gets a suffix",
    fits: "Fits",
    send: (count) => `Make ${count} accounts`,
    sending: "Making …",
    nothingToSend: "Paste names first",
    fixFirst: "Correct the rows with problems first",
    refusedTitle: (count) => `${count} not made:`,
  },
} satisfies Record<Language, MemberBatchWords>;

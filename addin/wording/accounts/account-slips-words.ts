import type { Language } from "#core/wording/language.ts";

export interface AccountSlipsWords {
  readonly title: (count: number) => string;
  readonly once: string;
  readonly handedOver: string;
  readonly done: string;
  readonly doneBlocked: string;
  readonly paperTitle: string;
  readonly unit: string;
  readonly holder: string;
  readonly account: string;
  readonly password: string;
  readonly validUntil: string;
  readonly address: string;
  readonly note: string;
}

export const accountSlipsWords = {
  "zh-CN": {
    title: (count) => `账号条（${count} 张）`,
    once: "一次性密码只显示这一次，关闭后不能再看，只能重置。请现在打印，沿虚线裁开，当面交给本人。",
    handedOver: "已打印或已当面交付",
    done: "完成",
    doneBlocked: "请先打印，并勾选“已打印或已当面交付”",
    paperTitle: "台账账号条",
    unit: "党组织",
    holder: "使用人",
    account: "账号",
    password: "一次性密码",
    validUntil: "有效至",
    address: "网址",
    note: "首次登录须修改密码。请勿转交、拍照、网上传送。",
  },
  en: {
    title: (count) => `Account slips (${count})`,
    once: "One-time passwords are shown this once; afterwards they can only be reset. Print now, cut along the dashed lines, hand over in person.",
    handedOver: "Printed, or handed over in person",
    done: "Done",
    doneBlocked: "Print first and tick the box",
    paperTitle: "Account slip",
    unit: "Unit",
    holder: "Holder",
    account: "Account",
    password: "One-time password",
    validUntil: "Valid until",
    address: "Address",
    note: "Change it at the first sign-in. Do not pass on, photograph or send it.",
  },
} satisfies Record<Language, AccountSlipsWords>;

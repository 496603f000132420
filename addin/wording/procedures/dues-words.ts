import type { PaymentKind } from "#core/people/dues/dues-paid.ts";
import type { Language } from "#core/wording/language.ts";
import { countEn } from "../count-en.ts";

/** What the page of dues says (M20). */
export interface DuesWords {
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly paidOn: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<PaymentKind, string>>;
  readonly amount: string;
  readonly amountHint: string;
  readonly giftAmount: string;
  readonly approval: string;
  readonly approvalHint: string;
  readonly act: (count: number) => string;
  readonly tickFirst: string;
  readonly missing: (fields: string) => string;
  readonly done: (count: number, total: string) => string;
  readonly find: string;
  readonly onlyUnpaid: string;
  readonly more: (count: number) => string;
  readonly all: string;
  readonly nobody: string;
  readonly longUnpaid: (count: number) => string;
  readonly columns: {
    readonly name: string;
    readonly unit: string;
    readonly kind: string;
    readonly base: string;
    readonly monthly: string;
    readonly proposed: string;
    readonly paidUntil: string;
    readonly unpaid: string;
  };
  readonly noBase: string;
  readonly byApproval: string;
  readonly never: string;
  /** Neither joining nor any payment is known. */
  readonly unknown: string;
  readonly months: (count: number, isLong: boolean) => string;
  readonly differs: (amount: string) => string;
}

export const duesWords = {
  "zh-CN": {
    about:
      "按支部逐月登记党费：勾选人员，填写起止月份。不填金额时按各人月交党费，未定月交党费的按基数和标准计算。连续六个月未交的已标出。",
    from: "起始月份",
    to: "截止月份",
    paidOn: "交纳日期",
    kind: "交纳方式",
    kinds: { monthly: "按月交纳", reduced: "经批准少交", exempt: "经批准免交", voluntary: "自愿多交（大额）" },
    amount: "每月金额（元）",
    amountHint: "不填按各人应交",
    giftAmount: "金额（元）",
    approval: "批准情况",
    approvalHint: "批准机关和日期",
    act: (count) => `登记 ${count} 人`,
    tickFirst: "请先勾选人员。",
    missing: (fields) => `请先填写：${fields}。`,
    done: (count, total) => `已登记 ${count} 人，共 ${total} 元。`,
    find: "查找姓名",
    onlyUnpaid: "只看未交的",
    more: (count) => `还有 ${count} 人未显示，请选择支部或用姓名查找。`,
    all: "全选",
    nobody: "没有党员。未交的人都不在列表中时，请取消“只看未交的”。",
    longUnpaid: (count) => `连续六个月以上未交党费：${count} 人`,
    columns: {
      name: "姓名",
      unit: "党支部",
      kind: "类别",
      base: "基数",
      monthly: "月交党费",
      proposed: "按标准应交",
      paidUntil: "交至",
      unpaid: "未交月数",
    },
    noBase: "缺少基数",
    byApproval: "按批准",
    never: "未交过",
    unknown: "缺少入党日期",
    months: (count, isLong) => (isLong ? `⚠ ${count} 个月` : count === 0 ? "已交清" : `${count} 个月`),
    differs: (amount) => `${amount}（与月交不同）`,
  },
  en: {
    about:
      "Dues are entered month by month: tick people, give the first and the last month. Without an amount each pays his own, or what base and bands give. Six months unpaid are marked.",
    from: "First month",
    to: "Last month",
    paidOn: "Paid on",
    kind: "Kind",
    kinds: {
      monthly: "Monthly",
      reduced: "Reduced, approved",
      exempt: "Exempt, approved",
      voluntary: "Voluntary large payment",
    },
    amount: "Yuan per month",
    amountHint: "Empty: each one's own",
    giftAmount: "Yuan",
    approval: "Approval",
    approvalHint: "By whom and when",
    act: (count) => `Enter for ${count}`,
    tickFirst: "Tick people first.",
    missing: (fields) => `Please fill in first: ${fields}.`,
    done: (count, total) => `Entered for ${count}, ${total} yuan in all.`,
    find: "Find a name",
    onlyUnpaid: "Only who has not paid",
    more: (count) => `${countEn(count, "more row")} not shown: choose a branch, or find them by name.`,
    all: "All",
    nobody: "No members here. If everybody has paid, look at all again.",
    longUnpaid: (count) => `Six months or more without dues: ${count}`,
    columns: {
      name: "Name",
      unit: "Branch",
      kind: "Kind",
      base: "Base",
      monthly: "Monthly",
      proposed: "By the bands",
      paidUntil: "Paid until",
      unpaid: "Unpaid",
    },
    noBase: "no base",
    byApproval: "as approved",
    never: "never",
    unknown: "no join date",
    months: (count, isLong) =>
      isLong ? `⚠ ${countEn(count, "month")}` : count === 0 ? "paid up" : countEn(count, "month"),
    differs: (amount) => `${amount} (differs)`,
  },
} satisfies Record<Language, DuesWords>;

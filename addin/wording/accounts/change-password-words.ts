import type { Language } from "#core/wording/language.ts";

export interface ChangePasswordWords {
  readonly title: string;
  readonly forcedFirst: string;
  readonly forcedAge: string;
  readonly ordinary: string;
  readonly account: string;
  readonly old: string;
  readonly oldFirst: string;
  readonly fresh: string;
  readonly again: string;
  readonly show: string;
  readonly change: string;
  readonly changing: string;
  readonly signOut: string;
  readonly back: string;
  readonly oldMissing: string;
  readonly againDiffers: string;
  readonly rulesBroken: string;
  readonly rulesTitle: string;
  readonly rules: Readonly<{
    length: (least: number, most: number) => string;
    "own-data": string;
    "not-old": string;
    "service-checks": string;
  }>;
  readonly ruleStates: Readonly<Record<"open" | "met" | "broken" | "on-sending", string>>;
  readonly strengthTitle: string;
  readonly strengths: Readonly<Record<"weak" | "fair" | "strong", string>>;
  readonly afterwards: string;
}

export const changePasswordWords = {
  "zh-CN": {
    title: "修改密码",
    forcedFirst: "您用的是一次性密码。请先设置自己的密码，之后才能进入台账。",
    forcedAge: "密码已到期。请先设置新密码，之后才能进入台账。",
    ordinary: "密码只有您自己知道，开户人只能重置，不能查看。",
    account: "账号",
    old: "原密码",
    oldFirst: "账号条上的一次性密码",
    fresh: "新密码",
    again: "再输一次新密码",
    show: "显示密码",
    change: "修改密码",
    changing: "正在修改……",
    signOut: "退出登录",
    back: "返回",
    oldMissing: "请填写原密码",
    againDiffers: "两次输入的新密码不一致",
    rulesBroken: "新密码还不符合要求，见右侧",
    rulesTitle: "密码要求",
    rules: {
      length: (least, most) => `长度 ${least} 至 ${most} 个字符`,
      "own-data": "不含账号、姓名、手机号、单位名称",
      "not-old": "与原密码不同",
      "service-checks": "不是常见密码、上述内容的拼音，也不是最近 5 次用过的密码",
    },
    ruleStates: { open: "待填写", met: "符合", broken: "不符合", "on-sending": "提交时检查" },
    strengthTitle: "强度",
    strengths: { weak: "弱：容易猜到，建议再长一些", fair: "中：可以使用，再长一些更好", strong: "强" },
    afterwards: "修改后，其他设备上的登录会在下一次操作时退出。",
  },
  en: {
    title: "Change password",
    forcedFirst: "You signed in with a one-time password. Choose your own before you go on.",
    forcedAge: "Your password is too old. Choose a new one before you go on.",
    ordinary: "Only you know your password: the account's maker can reset it, never see it.",
    account: "Account",
    old: "Current password",
    oldFirst: "One-time password on the slip",
    fresh: "New password",
    again: "New password again",
    show: "Show passwords",
    change: "Change password",
    changing: "Changing …",
    signOut: "Sign out",
    back: "Back",
    oldMissing: "Enter the current password",
    againDiffers: "The two new passwords differ",
    rulesBroken: "The new password does not fit the rules yet, see beside",
    rulesTitle: "Rules",
    rules: {
      length: (least, most) => `${least} to ${most} characters`,
      "own-data": "Without account, name, phone or unit name",
      "not-old": "Other than the current password",
      "service-checks": "Not a common one, not the pinyin of those, not one of the last 5",
    },
    ruleStates: { open: "not yet", met: "fits", broken: "does not fit", "on-sending": "checked when sent" },
    strengthTitle: "Strength",
    strengths: {
      weak: "Weak: easy to guess, make it longer",
      fair: "Fair: usable, longer is better",
      strong: "Strong",
    },
    afterwards: "Afterwards, sessions on other desks end with their next request.",
  },
} satisfies Record<Language, ChangePasswordWords>;

import type { Language } from "#core/wording/language.ts";

export interface PersonalCentreWords {
  readonly title: string;
  readonly about: string;
  readonly accountTitle: string;
  readonly account: string;
  readonly kind: string;
  readonly holder: string;
  readonly unit: string;
  readonly permission: string;
  readonly posts: string;
  readonly acting: string;
  readonly safetyTitle: string;
  readonly phone: string;
  readonly noPhone: string;
  readonly changePhone: string;
  readonly newPhone: string;
  readonly phoneHint: string;
  readonly phoneInvalid: string;
  readonly phoneChanged: string;
  readonly password: string;
  readonly daysLeft: (days: number) => string;
  readonly expiresSoon: (days: number) => string;
  readonly changePassword: string;
  readonly sessionsTitle: string;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly from: string;
  readonly action: string;
  readonly thisSession: string;
  readonly end: string;
  readonly noSessions: string;
  readonly signInsTitle: string;
  readonly at: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<"done" | "refused", string>>;
  readonly noSignIns: string;
  readonly notYou: string;
}

export const personalCentreWords = {
  "zh-CN": {
    title: "个人中心",
    about: "查看本人账号，修改手机号和密码，管理已登录的设备。",
    accountTitle: "账号信息",
    account: "账号",
    kind: "类别",
    holder: "使用人",
    unit: "所属党组织",
    permission: "权限",
    posts: "职务",
    acting: "当前以此职务办理",
    safetyTitle: "联系方式与密码",
    phone: "手机号",
    noPhone: "未登记",
    changePhone: "修改",
    newPhone: "新手机号",
    phoneHint: "11 位手机号。账号名不随手机号改变。",
    phoneInvalid: "手机号应为 1 开头的 11 位数字",
    phoneChanged: "手机号已修改。",
    password: "密码",
    daysLeft: (days) => `还有 ${days} 天到期`,
    expiresSoon: (days) => `还有 ${days} 天到期，请尽快修改`,
    changePassword: "修改密码",
    sessionsTitle: "已登录的设备",
    startedAt: "登录时间",
    lastSeenAt: "最近操作",
    from: "地址",
    action: "操作",
    thisSession: "本次登录",
    end: "退出",
    noSessions: "没有其他登录。",
    signInsTitle: "登录记录",
    at: "时间",
    outcome: "结果",
    outcomes: { done: "成功", refused: "被拒绝" },
    noSignIns: "还没有登录记录。",
    notYou: "如有不是本人的登录，请退出该设备并立即修改密码。",
  },
  en: {
    title: "Personal centre",
    about: "Your account, phone and password, and where you are signed in.",
    accountTitle: "Account",
    account: "Account",
    kind: "Kind",
    holder: "Holder",
    unit: "Unit",
    permission: "Permission",
    posts: "Posts",
    acting: "acting for this one",
    safetyTitle: "Phone and password",
    phone: "Mobile phone",
    noPhone: "not recorded",
    changePhone: "Change",
    newPhone: "New number",
    phoneHint: "11 digits. The account's name stays as it is.",
    phoneInvalid: "A mobile number has 11 digits and begins with 1",
    phoneChanged: "The phone number was changed.",
    password: "Password",
    daysLeft: (days) => `${days} days left`,
    expiresSoon: (days) => `${days} days left, change it soon`,
    changePassword: "Change password",
    sessionsTitle: "Open sessions",
    startedAt: "Signed in",
    lastSeenAt: "Last request",
    from: "Address",
    action: "Action",
    thisSession: "This session",
    end: "End",
    noSessions: "No other session.",
    signInsTitle: "Sign-ins",
    at: "Time",
    outcome: "Outcome",
    outcomes: { done: "Signed in", refused: "Refused" },
    noSignIns: "No sign-ins yet.",
    notYou: "If one of them was not you, end its session and change the password at once.",
  },
} satisfies Record<Language, PersonalCentreWords>;

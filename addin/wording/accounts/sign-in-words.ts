import type { Language } from "#core/wording/language.ts";

export interface SignInWords {
  readonly product: string;
  readonly tagline: string;
  readonly title: string;
  readonly name: string;
  readonly nameHint: string;
  readonly password: string;
  readonly showPassword: string;
  readonly hidePassword: string;
  readonly capsLock: string;
  readonly signIn: string;
  readonly signingIn: string;
  readonly nameMissing: string;
  readonly passwordMissing: string;
  readonly lockedUntil: (time: string, minutes: number) => string;
  readonly unreachable: string;
  readonly checkAgain: string;
  readonly forgotten: string;
  readonly firstTime: string;
  readonly language: string;
}

export const signInWords = {
  "zh-CN": {
    product: "台账",
    tagline: "党务台账与考核评价",
    title: "登录",
    name: "账号",
    nameHint: "单位账号为简称拼音首字母，书记为手机号，党员为本人姓名",
    password: "密码",
    showPassword: "显示密码",
    hidePassword: "隐藏密码",
    capsLock: "大写锁定已打开",
    signIn: "登录",
    signingIn: "正在登录……",
    nameMissing: "请填写账号",
    passwordMissing: "请填写密码",
    lockedUntil: (time, minutes) =>
      `密码多次输错，该账号锁定至 ${time}，约 ${minutes} 分钟后可再试。急用请联系开户人解锁。`,
    unreachable: "连不上台账服务，暂时不能登录。请检查网络，或联系系统管理员。",
    checkAgain: "重新连接",
    forgotten: "忘记密码：请开户人重置，凭新的账号条登录。",
    firstTime: "首次登录：使用账号条上的一次性密码，随后按提示修改。",
    language: "语言",
  },
  en: {
    product: "Taizhang",
    tagline: "Ledgers and evaluation for party-affairs offices",
    title: "Sign in",
    name: "Account",
    nameHint: "Units: pinyin initials; secretaries: mobile number; members: own name",
    password: "Password",
    showPassword: "Show password",
    hidePassword: "Hide password",
    capsLock: "Caps lock is on",
    signIn: "Sign in",
    signingIn: "Signing in …",
    nameMissing: "Enter the account name",
    passwordMissing: "Enter the password",
    lockedUntil: (time, minutes) =>
      `Too many wrong passwords: this account is locked until ${time}, about ${minutes} more min. Its maker can unlock it sooner.`,
    unreachable: "The service does not answer, so nobody can sign in now. Check the network or ask the administrator.",
    checkAgain: "Connect again",
    forgotten: "Forgotten password: the account's maker resets it and hands you a new slip.",
    firstTime: "First time: use the one-time password on your slip, then choose your own.",
    language: "Language",
  },
} satisfies Record<Language, SignInWords>;

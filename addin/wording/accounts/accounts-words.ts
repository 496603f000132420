import type { Language } from "#core/wording/language.ts";

/** The list of accounts and units; batches, slips and requests have words of their own. */
export interface AccountsWords {
  readonly title: string;
  readonly about: string;
  readonly units: string;
  readonly unitFilter: string;
  readonly noUnitFits: string;
  readonly chooseUnit: string;
  readonly tabs: { readonly accounts: string; readonly requests: (open: number) => string };
  readonly makeUnit: string;
  readonly makeMembers: string;
  readonly request: string;
  readonly whyNot: {
    readonly makeUnit: string;
    readonly makeMembers: string;
    readonly request: string;
    readonly reset: string;
    readonly disable: string;
  };
  readonly name: string;
  readonly holder: string;
  readonly kind: string;
  readonly posts: string;
  readonly state: string;
  readonly states: Readonly<Record<"active" | "disabled", string>>;
  readonly permission: string;
  readonly term: string;
  readonly terms: Readonly<Record<"long-term" | "short-term" | "temporary", string>>;
  readonly termSpan: (from: string | null, to: string | null) => string;
  readonly locked: (until: string) => string;
  readonly actions: string;
  readonly empty: string;
  readonly reset: string;
  readonly disable: string;
  readonly enable: string;
  readonly unlock: string;
  readonly asked: Readonly<Record<"reset" | "disable" | "enable" | "unlock", string>>;
  readonly titles: Readonly<Record<"reset" | "disable" | "enable" | "unlock", (account: string) => string>>;
  readonly unit: {
    readonly title: (parent: string) => string;
    readonly kind: string;
    readonly name: string;
    readonly shortName: string;
    readonly shortNameHint: string;
    readonly code: string;
    readonly codeHint: string;
    readonly problems: Readonly<Record<"name" | "shortName" | "code", string>>;
    readonly confirm: string;
  };
  readonly termFields: {
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly hints: Readonly<Record<"long-term" | "short-term" | "temporary", string>>;
    readonly problems: Readonly<Record<"from" | "to" | "order" | "past", string>>;
  };
}

export const accountsWords = {
  "zh-CN": {
    title: "账号管理",
    about: "管理下级党组织和账号。密码只能重置，任何人都看不到。",
    units: "党组织",
    unitFilter: "查找党组织",
    noUnitFits: "没有符合的党组织",
    chooseUnit: "请先在左侧选择党组织。",
    tabs: { accounts: "账号", requests: (open) => (open > 0 ? `账号申请（${open} 待批）` : "账号申请") },
    makeUnit: "新增下级党组织",
    makeMembers: "批量开通党员账号",
    request: "申请账号",
    whyNot: {
      makeUnit: "只能在本级及下一级党组织之下新增党组织",
      makeMembers: "党员账号在党支部开通：请在左侧选择党支部",
      request: "您不管理该党组织的账号",
      reset: "只有开户单位可以重置和解锁；不能操作自己的账号",
      disable: "只有上级可以禁用或启用；不能操作自己的账号",
    },
    name: "账号",
    holder: "使用人",
    kind: "类别",
    posts: "职务",
    state: "状态",
    states: { active: "活动", disabled: "禁用" },
    permission: "权限",
    term: "期限",
    terms: { "long-term": "长期", "short-term": "短期", temporary: "临时" },
    termSpan: (from, to) => `${from ?? ""} 至 ${to ?? ""}`.trim(),
    locked: (until) => `锁定至 ${until}`,
    actions: "操作",
    empty: "该党组织还没有账号。",
    reset: "重置密码",
    disable: "禁用",
    enable: "启用",
    unlock: "解锁",
    asked: {
      reset: "重置后原密码失效，所有登录都会退出；新的一次性密码只显示一次，请打印账号条当面交给使用人。",
      disable: "禁用后该账号不能登录，已有的登录在下一次操作时退出。",
      enable: "启用后使用人可以凭原密码登录。",
      unlock: "该账号因多次输错密码被锁定。请先确认是本人操作。",
    },
    titles: {
      reset: (account) => `重置密码：${account}`,
      disable: (account) => `禁用账号：${account}`,
      enable: (account) => `启用账号：${account}`,
      unlock: (account) => `解锁账号：${account}`,
    },
    unit: {
      title: (parent) => `在 ${parent} 之下新增党组织`,
      kind: "类别",
      name: "全称",
      shortName: "简称",
      shortNameHint: "账号名由简称的拼音首字母得出，如 机关党总支 → jgdzz",
      code: "代码",
      codeHint: "小写字母、数字、短横线，设定后不变",
      problems: {
        name: "全称为 2 至 100 个字",
        shortName: "简称为 2 至 40 个字",
        code: "请填小写字母、数字或短横线，至多 40 个",
      },
      confirm: "新增",
    },
    termFields: {
      kind: "账号期限",
      from: "开始日期",
      to: "结束日期",
      hints: {
        "long-term": "一直有效，直至禁用",
        "short-term": "只在两个日期之间有效",
        temporary: "到期自动失效并删除",
      },
      problems: { from: "请填开始日期", to: "请填结束日期", order: "结束日期早于开始日期", past: "结束日期已过" },
    },
  },
  en: {
    title: "Accounts",
    about: "Units and accounts below yours. A password can be reset; nobody can see it.",
    units: "Units",
    unitFilter: "Find a unit",
    noUnitFits: "No unit fits",
    chooseUnit: "Choose a unit on the left.",
    tabs: { accounts: "Accounts", requests: (open) => (open > 0 ? `Requests (${open} open)` : "Requests") },
    makeUnit: "New unit below",
    makeMembers: "Member accounts in batch",
    request: "Request an account",
    whyNot: {
      makeUnit: "Units are made one and two levels below your own",
      makeMembers: "Member accounts are made in a branch: choose one on the left",
      request: "You do not administer this unit's accounts",
      reset: "Only its maker resets and unlocks an account, and nobody his own",
      disable: "Only a superior disables and enables an account, and nobody his own",
    },
    name: "Account",
    holder: "Holder",
    kind: "Kind",
    posts: "Posts",
    state: "State",
    states: { active: "Active", disabled: "Disabled" },
    permission: "Permission",
    term: "Term",
    terms: { "long-term": "Long-term", "short-term": "Short-term", temporary: "Temporary" },
    termSpan: (from, to) => `${from ?? ""} to ${to ?? ""}`.trim(),
    locked: (until) => `Locked until ${until}`,
    actions: "Actions",
    empty: "This unit has no accounts yet.",
    reset: "Reset",
    disable: "Disable",
    enable: "Enable",
    unlock: "Unlock",
    asked: {
      reset:
        "The old password ends and so do all sessions. The new one-time password is shown once: print the slip and hand it over.",
      disable: "The account cannot sign in any more; open sessions end with their next request.",
      enable: "The holder can sign in again with the password he has.",
      unlock: "The account was locked after wrong passwords. Make sure it was its holder.",
    },
    titles: {
      reset: (account) => `Reset the password: ${account}`,
      disable: (account) => `Disable: ${account}`,
      enable: (account) => `Enable: ${account}`,
      unlock: (account) => `Unlock: ${account}`,
    },
    unit: {
      title: (parent) => `New unit below ${parent}`,
      kind: "Kind",
      name: "Full name",
      shortName: "Short name",
      shortNameHint: "Account names are the pinyin initials of it: 机关党总支 becomes jgdzz",
      code: "Code",
      codeHint: "Small letters, digits, hyphens; never changes",
      problems: {
        name: "2 to 100 characters",
        shortName: "2 to 40 characters",
        code: "Small letters, digits or hyphens, at most 40",
      },
      confirm: "Make",
    },
    termFields: {
      kind: "Term",
      from: "First day",
      to: "Last day",
      hints: {
        "long-term": "Until it is disabled",
        "short-term": "Between two days only",
        temporary: "Ends and is deleted by itself",
      },
      problems: {
        from: "Give the first day",
        to: "Give the last day",
        order: "The last day is before the first",
        past: "The last day is over",
      },
    },
  },
} satisfies Record<Language, AccountsWords>;

import type { PostKind } from "#core/organisation/post.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { Language } from "#core/wording/language.ts";

/** What the administrative screens share. */
export interface AdminWords {
  readonly loading: string;
  readonly retry: string;
  readonly cancel: string;
  readonly save: string;
  readonly print: string;
  readonly reason: string;
  readonly reasonLeast: (least: number) => string;
  readonly none: string;
  readonly listComma: string;
  /** "账号：jgdzz", "Account: jgdzz". */
  readonly pair: (label: string, text: string) => string;
  /** Short, for a column. */
  readonly kindsShort: Readonly<Record<"unit" | "person" | "duty", string>>;
  readonly units: Readonly<Record<UnitKind, string>>;
  readonly levels: Readonly<Record<LedgerLevel, string>>;
  readonly posts: Readonly<Record<PostKind, string>>;
  readonly permissions: Readonly<Record<"read-write" | "read-only", string>>;
  readonly accountKinds: Readonly<Record<"unit" | "person" | "duty", string>>;
  readonly duties: Readonly<Record<"system-administration" | "security-administration" | "audit", string>>;
}

export const adminWords = {
  "zh-CN": {
    loading: "正在载入……",
    retry: "重试",
    cancel: "取消",
    save: "保存",
    print: "打印",
    reason: "理由",
    reasonLeast: (least) => `至少 ${least} 个字，将写入审计记录。`,
    none: "无",
    listComma: "、",
    pair: (label, text) => `${label}：${text}`,
    kindsShort: { unit: "单位", person: "个人", duty: "管理岗" },
    units: { committee: "党委", "general-branch": "二级党组织", branch: "党支部", "party-group": "党小组" },
    levels: { "general-branch": "二级党组织", branch: "党支部", member: "党员" },
    posts: {
      secretary: "书记",
      "deputy-secretary": "副书记",
      "organisation-member": "组织委员",
      organiser: "组织员",
      "information-officer": "信息员",
      officer: "组织部干部",
      member: "党员",
    },
    permissions: { "read-write": "读写", "read-only": "只读" },
    accountKinds: { unit: "单位账号", person: "个人账号", duty: "管理岗账号" },
    duties: { "system-administration": "系统管理员", "security-administration": "安全管理员", audit: "审计员" },
  },
  en: {
    loading: "Loading …",
    retry: "Try again",
    cancel: "Cancel",
    save: "Save",
    print: "Print",
    reason: "Reason",
    reasonLeast: (least) => `At least ${least} characters; it is kept in the audit.`,
    none: "None",
    listComma: ", ",
    pair: (label, text) => `${label}: ${text}`,
    kindsShort: { unit: "Unit", person: "Person", duty: "Duty" },
    units: {
      committee: "Committee",
      "general-branch": "General branch",
      branch: "Branch",
      "party-group": "Party group",
    },
    levels: { "general-branch": "General branch", branch: "Branch", member: "Member" },
    posts: {
      secretary: "Secretary",
      "deputy-secretary": "Deputy secretary",
      "organisation-member": "Organisation member",
      organiser: "Organiser",
      "information-officer": "Information officer",
      officer: "Organisation officer",
      member: "Member",
    },
    permissions: { "read-write": "Read and write", "read-only": "Read only" },
    accountKinds: { unit: "Unit account", person: "Person account", duty: "Duty account" },
    duties: {
      "system-administration": "System administrator",
      "security-administration": "Security administrator",
      audit: "Auditor",
    },
  },
} satisfies Record<Language, AdminWords>;

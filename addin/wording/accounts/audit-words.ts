import type { Language } from "#core/wording/language.ts";
import { recordActions } from "../records/record-actions.ts";
import { reportActions } from "../report/report-actions.ts";

export interface AuditWords {
  readonly title: string;
  readonly about: string;
  readonly verify: string;
  readonly verifying: string;
  readonly recordFilter: string;
  readonly recordHint: string;
  readonly accountHint: string;
  readonly dropAccount: string;
  readonly apply: string;
  readonly clear: string;
  readonly number: string;
  readonly at: string;
  readonly account: string;
  readonly from: string;
  readonly action: string;
  readonly record: string;
  readonly outcome: string;
  readonly why: string;
  readonly changes: string;
  readonly outcomes: Readonly<Record<"done" | "refused", string>>;
  readonly nobody: string;
  readonly commandLine: string;
  readonly empty: string;
  readonly noneFiltered: string;
  readonly newer: string;
  readonly older: string;
  readonly range: (first: number, last: number) => string;
  readonly sensitive: string;
  readonly emptyValue: string;
  readonly verdicts: {
    readonly intact: (entries: number) => string;
    readonly hash: (at: number) => string;
    readonly gap: (at: number) => string;
    readonly link: (at: number) => string;
    readonly cut: (entries: number, anchored: number) => string;
    readonly "anchor-mismatch": (at: number) => string;
    readonly "anchor-missing": (entries: number) => string;
  };
  readonly head: (hash: string) => string;
  /** Shown for known actions; an unknown one shows its code. */
  readonly actions: Readonly<Record<string, string>>;
}

export const auditWords = {
  "zh-CN": {
    title: "审计记录",
    about: "只可查看，不能修改或删除。敏感内容只显示“已变更”。",
    verify: "校验审计链",
    verifying: "正在校验……",
    recordFilter: "按记录筛选",
    recordHint: "如 ledger:…、account:…",
    accountHint: "点击表中的账号或记录，只看与它有关的条目",
    dropAccount: "取消按账号筛选",
    apply: "查询",
    clear: "清除条件",
    number: "序号",
    at: "时间",
    account: "账号",
    from: "来源",
    action: "操作",
    record: "记录",
    outcome: "结果",
    why: "原因",
    changes: "变更内容",
    outcomes: { done: "完成", refused: "拒绝" },
    nobody: "未登录",
    commandLine: "命令行",
    empty: "还没有审计记录。",
    noneFiltered: "没有符合条件的记录，请放宽筛选条件。",
    newer: "较新",
    older: "较早",
    range: (first, last) => `第 ${first} 至 ${last} 条`,
    sensitive: "已变更（不显示）",
    emptyValue: "（空）",
    verdicts: {
      intact: (entries) => `审计链完整：${entries} 条记录逐条相连，与库外锚点一致。`,
      hash: (at) => `第 ${at} 条记录被改动过：内容与校验值不符。请保留现场并报告保密部门。`,
      gap: (at) => `第 ${at} 条记录缺失：序号不连续。请保留现场并报告保密部门。`,
      link: (at) => `第 ${at} 条记录与前一条接不上。请保留现场并报告保密部门。`,
      cut: (entries, anchored) =>
        `末尾被截去：锚点记有 ${anchored} 条，现只有 ${entries} 条。请保留现场并报告保密部门。`,
      "anchor-mismatch": (at) => `第 ${at} 条记录与库外锚点不一致。请保留现场并报告保密部门。`,
      "anchor-missing": (entries) =>
        `${entries} 条记录逐条相连，但找不到库外锚点，无法确认末尾是否被截去。请联系系统管理员。`,
    },
    head: (hash) => `链首校验值 ${hash}`,
    actions: {
      ...recordActions["zh-CN"],
      ...reportActions["zh-CN"],
      "sign-in": "登录",
      "sign-out": "退出",
      "act-for": "切换职务",
      "change-password": "修改密码",
      "change-phone": "修改手机号",
      "make-unit": "新增党组织",
      "make-account": "新增账号",
      "approve-request": "同意申请",
      "request-make": "申请新开账号",
      "request-change-permission": "申请变更权限",
      "request-disable": "申请停用账号",
      "request-enable": "申请恢复账号",
      "request-hand-over": "申请交接账号",
      "carry-out-request": "执行申请",
      "issue-slip": "领取账号条",
      "reset-account": "重置密码",
      "delete-account": "删除到期账号",
      appoint: "任职",
      "leave-office": "离任",
      talk: "留言",
      "download-evidence": "下载支撑材料",
      "refuse-request": "不同意申请",
      "disable-account": "禁用账号",
      "enable-account": "启用账号",
      "unlock-account": "解锁账号",
      "copy-new": "复制新增台账",
      "delete-ledger": "删除台账",
      "void-ledger": "作废台账",
      "draft-template": "起草模板",
      "edit-template": "修改模板",
      "publish-template": "发布模板",
      "save-rater-list": "设置评价人名单",
      "set-window": "设置阶段",
      "extend-window": "延期",
      "name-substitute": "指定替补评价人",
      "publish-standing": "公布排名",
      "verify-audit": "校验审计链",
      push: "报送修改",
      reword: "修改文字",
      rename: "改名",
      "score-self": "自评分",
      challenge: "证伪",
      rule: "裁定",
      rate: "评分",
      "rate-as-peer": "互评",
      "rate-as-leader": "领导评",
      "rate-as-listed": "名单评价",
      read: "查看",
      export: "导出",
      reveal: "查看完整值",
    },
  },
  en: {
    title: "Audit",
    about: "To be read only; nobody can change or delete it. Of sensitive values it shows that they changed.",
    verify: "Verify the chain",
    verifying: "Verifying …",
    recordFilter: "Record",
    recordHint: "such as ledger:… or account:…",
    accountHint: "Click an account or a record in the table to see its entries only",
    dropAccount: "All accounts",
    apply: "Search",
    clear: "Clear",
    number: "No.",
    at: "Time",
    account: "Account",
    from: "From",
    action: "Action",
    record: "Record",
    outcome: "Outcome",
    why: "Why",
    changes: "Changes",
    outcomes: { done: "Done", refused: "Refused" },
    nobody: "not signed in",
    commandLine: "command line",
    empty: "No entries yet.",
    noneFiltered: "No entry fits. Use a wider filter.",
    newer: "Newer",
    older: "Older",
    range: (first, last) => `Entries ${first} to ${last}`,
    sensitive: "changed (not shown)",
    emptyValue: "(empty)",
    verdicts: {
      intact: (entries) =>
        `The chain is intact: ${entries} entries, each linked to the one before, as the anchor outside says.`,
      hash: (at) =>
        `Entry ${at} was altered: its content does not fit its hash. Leave everything as it is and report it.`,
      gap: (at) => `Entry ${at} is missing: the numbers have a gap. Leave everything as it is and report it.`,
      link: (at) => `Entry ${at} is not linked to the one before. Leave everything as it is and report it.`,
      cut: (entries, anchored) =>
        `The end was cut off: the anchor knows ${anchored} entries, there are ${entries}. Leave everything as it is and report it.`,
      "anchor-mismatch": (at) =>
        `Entry ${at} differs from the anchor outside. Leave everything as it is and report it.`,
      "anchor-missing": (entries) =>
        `${entries} entries are linked one by one, but the anchor outside is missing, so a cut end would not show. Ask the system administrator.`,
    },
    head: (hash) => `Head of the chain ${hash}`,
    actions: {
      ...recordActions.en,
      ...reportActions.en,
      "sign-in": "Sign in",
      "sign-out": "Sign out",
      "act-for": "Act for a post",
      "change-password": "Change password",
      "change-phone": "Change phone",
      "make-unit": "Make unit",
      "make-account": "Make account",
      "approve-request": "Approve request",
      "request-make": "Request an account",
      "request-change-permission": "Request a permission",
      "request-disable": "Request disabling",
      "request-enable": "Request enabling",
      "request-hand-over": "Request a handover",
      "carry-out-request": "Carry out a request",
      "issue-slip": "Fetch the slip",
      "reset-account": "Reset password",
      "delete-account": "Delete ended account",
      appoint: "Appoint",
      "leave-office": "Leave office",
      talk: "Talk",
      "download-evidence": "Download evidence",
      "refuse-request": "Refuse request",
      "disable-account": "Disable account",
      "enable-account": "Enable account",
      "unlock-account": "Unlock account",
      "copy-new": "Copy new ledger",
      "delete-ledger": "Delete ledger",
      "void-ledger": "Void ledger",
      "draft-template": "Draft template",
      "edit-template": "Edit template",
      "publish-template": "Publish template",
      "save-rater-list": "Save rater list",
      "set-window": "Set stages",
      "extend-window": "Extend a stage",
      "name-substitute": "Name substitute",
      "publish-standing": "Publish standing",
      "verify-audit": "Verify the chain",
      push: "Push",
      reword: "Reword",
      rename: "Rename",
      "score-self": "Self score",
      challenge: "Challenge",
      rule: "Ruling",
      rate: "Rate",
      "rate-as-peer": "Peer score",
      "rate-as-leader": "Leader score",
      "rate-as-listed": "Listed rating",
      read: "Read",
      export: "Export",
      reveal: "Reveal",
    },
  },
} satisfies Record<Language, AuditWords>;

import type { PlanStep } from "#core/people/development/development-plan.ts";
import type { PlanEntryView } from "#core/protocol/records/procedures.ts";

/** What the page of plans and lists says (M7, M8). */
export interface PlanWords {
  readonly about: string;
  readonly year: string;
  readonly yearOf: (year: number) => string;
  readonly title: (unit: string, year: number) => string;
  readonly steps: Readonly<Record<PlanStep, string>>;
  readonly stepsOf: string;
  readonly plans: string;
  readonly columns: {
    readonly unit: string;
    readonly step: string;
    readonly entered: string;
    readonly reported: string;
    readonly approved: string;
    readonly due: string;
  };
  readonly open: string;
  readonly none: string;
  readonly planDue: (day: string) => string;
  readonly listDue: (day: string) => string;
  readonly overdue: string;
  readonly numbers: (entered: number, reported: string, approved: string) => string;
  readonly unset: string;
  readonly differs: (entered: number, reported: number) => string;
  readonly saved: string;
  readonly readOnly: string;
  readonly entering: {
    readonly number: string;
    readonly report: string;
    readonly numberFirst: string;
    readonly confirm: string;
    readonly notLeader: string;
    readonly remove: (count: number) => string;
    readonly removed: (count: number) => string;
    readonly add: (count: number) => string;
    readonly added: (count: number) => string;
    readonly candidates: string;
    readonly candidatesAbout: string;
    readonly noCandidates: string;
  };
  readonly approving: {
    readonly confirmedBy: (who: string) => string;
    readonly number: string;
    readonly approve: string;
    readonly notSuperior: string;
    readonly reopen: string;
  };
  readonly listing: {
    readonly approvedBy: (who: string, number: number) => string;
    readonly count: (due: number, open: number, approved: number) => string;
    readonly due: (count: number) => string;
    readonly dueDone: (count: number) => string;
    readonly reason: string;
    readonly notDue: (count: number) => string;
    readonly notDueDone: (count: number) => string;
    readonly reasonFirst: string;
    readonly close: string;
    readonly closeAsk: string;
    readonly closeFirst: string;
  };
  readonly paper: {
    readonly export: string;
    readonly exportAbout: string;
    readonly exported: (name: string) => string;
    readonly sealedOn: string;
    readonly sealed: string;
    readonly receivedOn: string;
    readonly received: string;
    readonly notSuperior: string;
    readonly dayFirst: string;
    readonly track: (sealed: string, received: string | null) => string;
  };
  readonly entries: {
    readonly title: string;
    readonly none: string;
    readonly all: string;
    readonly name: string;
    readonly unit: string;
    readonly stage: string;
    readonly cultivators: string;
    readonly activistOn: string;
    readonly candidateOn: string;
    readonly training: string;
    readonly check: string;
    readonly checks: Readonly<Record<PlanEntryView["check"], string>>;
    readonly joinedOn: string;
  };
  readonly find: string;
  readonly more: (count: number) => string;
  readonly tickFirst: string;
  readonly comparison: {
    readonly title: string;
    readonly item: string;
    readonly count: string;
    readonly who: string;
    readonly rows: Readonly<Record<ComparisonRow, string>>;
  };
}

export type ComparisonRow =
  "reported" | "approved" | "listed" | "admitted" | "notAdmitted" | "notListed" | "candidates" | "notPlanned";

export const planWordsZh: PlanWords = {
  about: "12 月 10 日前填报下一年度发展计划；上级批复后两周内逐人核定，名单与审批数一致后定稿、导出并报送纸质名单。",
  year: "年度",
  yearOf: (year) => `${year} 年`,
  title: (unit, year) => `${unit} ${year} 年发展计划`,
  steps: {
    entering: "填报",
    confirmed: "待上级审批",
    approved: "核定名单",
    listed: "名单已定",
    sealed: "纸质名单已报送",
    done: "已办结",
  },
  stepsOf: "办理环节",
  plans: "本级和下级的发展计划",
  columns: { unit: "党组织", step: "环节", entered: "录入", reported: "上报数", approved: "审批数", due: "填报截止" },
  open: "查看",
  none: "还没有发展计划。",
  planDue: (day) => `计划应于 ${day} 前填报`,
  listDue: (day) => `名单应于 ${day} 前核定`,
  overdue: "已过期",
  numbers: (entered, reported, approved) => `录入 ${entered} 人，上报数 ${reported}，审批数 ${approved}`,
  unset: "未填",
  differs: (entered, reported) =>
    reported > entered
      ? `上报数比录入人数多 ${reported - entered}，确认前须一致：请补录人员或改上报数。`
      : `上报数比录入人数少 ${entered - reported}，确认前须一致：请移出人员或改上报数。`,
  saved: "已保存。",
  readOnly: "您只能查看这份计划。",
  entering: {
    number: "上报数",
    report: "保存上报数",
    numberFirst: "请填写 0 以上的整数。",
    confirm: "确认计划",
    notLeader: "由本单位书记或副书记确认。",
    remove: (count) => `移出计划 ${count} 人`,
    removed: (count) => `已移出 ${count} 人。`,
    add: (count) => `列入计划 ${count} 人`,
    added: (count) => `已列入 ${count} 人。`,
    candidates: "可列入的人员",
    candidatesAbout: "本单位及下级的发展对象和积极分子，已列入当年任何计划的不再列出。",
    noCandidates: "没有可列入的发展对象或积极分子。先在申请人名册中登记积极分子、发展对象的日期。",
  },
  approving: {
    confirmedBy: (who) => `${who} 已确认，等待上级审批。`,
    number: "审批数",
    approve: "审批",
    notSuperior: "由上级党组织审批。",
    reopen: "退回填报",
  },
  listing: {
    approvedBy: (who, number) => `${who} 批复 ${number} 人。请逐人核定当年是否发展。`,
    count: (due, open, approved) => `审批数 ${approved}，已核定列入 ${due} 人，未核定 ${open} 人`,
    due: (count) => `核定列入 ${count} 人`,
    dueDone: (count) => `已核定列入 ${count} 人。`,
    reason: "不列入的原因（移出名单时必填）",
    notDue: (count) => `移出名单 ${count} 人`,
    notDueDone: (count) => `已移出名单 ${count} 人。`,
    reasonFirst: "请填写不列入的原因。",
    close: "名单定稿",
    closeAsk: "定稿后名单不能再改。确定名单与审批数一致，并已逐人核定？",
    closeFirst: "名单人数须等于审批数，且每人都已核定。",
  },
  paper: {
    export: "导出名单",
    exportAbout: "导出含姓名等十列的名单，须写明用途，并记入审计。",
    exported: (name) => `已导出 ${name}。`,
    sealedOn: "盖章纸质名单报送日期",
    sealed: "登记报送",
    receivedOn: "上级收到日期",
    received: "登记收到",
    notSuperior: "由上级党组织登记收到。",
    dayFirst: "请选择日期。",
    track: (sealed, received) =>
      received === null ? `纸质名单 ${sealed} 报送` : `纸质名单 ${sealed} 报送，${received} 收到`,
  },
  entries: {
    title: "计划人员",
    none: "还没有人列入计划。请在下方勾选人员后列入。",
    all: "全选",
    name: "姓名",
    unit: "党支部",
    stage: "人员类别",
    cultivators: "培养联系人",
    activistOn: "积极分子",
    candidateOn: "发展对象",
    training: "培训",
    check: "核定",
    checks: { open: "未核定", due: "列入", removed: "不列入" },
    joinedOn: "入党日期",
  },
  find: "查找姓名",
  more: (count) => `还有 ${count} 人未显示，请用姓名查找。`,
  tickFirst: "请先勾选人员。",
  comparison: {
    title: "年终比对",
    item: "项目",
    count: "人数",
    who: "人员",
    rows: {
      reported: "上报数",
      approved: "审批数",
      listed: "名单人数",
      admitted: "当年吸收",
      notAdmitted: "在名单中尚未吸收",
      notListed: "不在名单中已吸收",
      candidates: "现有发展对象",
      notPlanned: "发展对象中未列入计划",
    },
  },
};

import type { ProcedureRefusal } from "#core/people/procedure/procedure-refusal.ts";

export type ProcedureSentences = {
  readonly [Code in ProcedureRefusal["code"]]: (refusal: Extract<ProcedureRefusal, { readonly code: Code }>) => string;
};

const ACTS = {
  ask: "申请",
  issue: "开具",
  decline: "谢绝",
  release: "核对放行",
  receive: "接收",
  endorse: "背书",
  revoke: "撤销",
} as const;

const STATES = {
  asked: "已申请，待转出方开具",
  printed: "已打印，待核对放行",
  open: "在途",
  received: "已接收",
  revoked: "已撤销",
  declined: "已谢绝",
} as const;

const STAGES = {
  applicant: "申请人",
  activist: "积极分子",
  candidate: "发展对象",
  probationary: "预备党员",
  full: "正式党员",
  none: "未申请",
  left: "已离开",
} as const;

const STEPS: Readonly<Record<string, string>> = {
  entering: "填报",
  confirmed: "已确认",
  approved: "已审批",
  listed: "名单已定",
  sealed: "纸质名单已报送",
  done: "已办结",
};

const CONTENTS = {
  members: "人员",
  units: "下级党组织",
  ledgers: "台账",
  accounts: "账号",
  transfers: "在途介绍信",
  posts: "任职",
  plans: "发展计划",
} as const;

const FIELDS: Readonly<Record<string, string>> = {
  name: "姓名",
  idNumber: "身份证号",
  mobile: "手机",
  keeper: "管理人",
  lost: "失联标记",
  bookNumber: "入党志愿书编号",
  approvingCommittee: "审批党委",
  duesPaidUntil: "党费交至",
};

export const procedureSentencesZh: ProcedureSentences = {
  "day-not-possible": ({ given, earliest, latest }) =>
    `日期 ${given} 不成立${earliest === null ? "" : `，最早 ${earliest}`}${latest === null ? "" : `，最晚 ${latest}`}。`,
  "transfer-not-open": ({ act, state }) => `介绍信${STATES[state]}，不能${ACTS[act]}。`,
  "transfer-not-yours": ({ act }) => `这封介绍信应由另一方${ACTS[act]}。`,
  "transfer-not-lapsed": ({ act, from }) => `超期满一个月后转出方才能${ACTS[act]}：${from} 起。`,
  "transfer-open-already": () => "该同志已有一封介绍信在途，同一时间只能有一封。",
  "transfer-same-unit": () => "转出与转入是同一党组织。",
  "dues-not-before-transfer": ({ paidUntil, on }) =>
    `党费交至日期须早于转接日期（党费交至 ${paidUntil === "" ? "未填" : paidUntil}，转接 ${on}）。`,
  "person-needs": ({ field }) => `请先填写：${FIELDS[field] ?? field}。`,
  "unit-takes-no-members": () => "人员只能编入党支部。",
  "belongs-nowhere": () => "该同志当天不在此党组织。",
  "belongs-already": () => "该同志已在此党组织。",
  "workbook-not-letters": () => "这个工作簿不是从本系统导出的介绍信交换工作簿。",
  "stage-wrong": ({ stage, wanted }) =>
    `此项只适用于${wanted.map((one) => STAGES[one]).join("、")}，该同志现为${STAGES[stage]}。`,
  "plan-number-differs": ({ entered, reported }) =>
    `上报数（${reported === null ? "未填" : String(reported)}）须与录入人数（${String(entered)}）一致。`,
  "plan-step-wrong": ({ step }) => `计划当前环节为“${STEPS[step] ?? step}”，不能这样办理。`,
  "list-number-differs": ({ checked, unchecked, approved }) =>
    `名单与审批数不一致：审批 ${String(approved)} 人，已核定 ${String(checked)} 人，未核定 ${String(unchecked)} 人。`,
  "in-plan-already": () => "该同志已在计划中。",
  "not-in-plan": () => "该同志不在计划名单中。",
  "training-missing": () => "缺少入党前的集中培训记录。",
  "book-number-taken": ({ number }) => `入党志愿书编号 ${number} 已被使用。`,
  "probation-not-over": ({ over }) => `预备期未满，${over} 期满。`,
  "probation-over": ({ over }) => `预备期已于 ${over} 届满，请选择“预备期满被取消预备党员资格”。`,
  "extension-length": ({ least, most }) => `延长预备期为 ${String(least)} 至 ${String(most)} 个月。`,
  "extended-already": () => "预备期已延长过，只能延长一次，期满后按“延长预备期满转正”办理。",
  "not-extended": () => "预备期未曾延长。",
  "note-required": ({ least }) => `请写明情况报上级，至少 ${String(least)} 个字。`,
  "left-already": ({ on }) => `该同志已于 ${on} 离开。`,
  "not-left": () => "该同志并未离开。",
  "authority-required": () => "请填写批准机关。",
  "transfer-open-first": () => "该同志有介绍信在途，请先接收或撤销。",
  "month-settled-already": ({ month }) => `${month} 的党费已交。`,
  "months-reversed": () => "截止月份早于起始月份。",
  "amount-wrong": ({ given }) => `金额“${given}”不成立。`,
  "dues-approval-required": () => "少交、免交和大额党费须写明批准情况。",
  "dues-base-missing": () => "缺少党费计算基数。",
  "unit-not-empty": ({ what, count }) => `该党组织还有${CONTENTS[what]} ${String(count)} 项，请先处理。`,
  "unit-into-itself": () => "不能转移到自身或自己的下级。",
  "unit-misplaced": () => "这类党组织不能设在那里。",
  "unit-closed": () => "该党组织已撤并。",
};

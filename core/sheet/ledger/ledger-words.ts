import type { EntryStatus, Completion } from "#core/ledger/handling/item-state.ts";
import { STATE_LABELS_ZH, type StateLabels } from "../draft/state-labels.ts";

/** Everything a ledger's sheets say. Blanks in braces are filled by `fillWords`; defined names are not wording and stay Chinese. */
export interface LedgerWords {
  readonly sheets: { readonly quantitative: string; readonly qualitative: string; readonly totals: string };
  /** {unit} {owner} {year} {state} */
  readonly info: string;
  readonly columns: {
    readonly number: string;
    readonly maximum: string;
    readonly kind: string;
    readonly evidence: string;
    readonly completion: string;
    readonly score: string;
    readonly dispute: string;
    readonly handling: string;
    /** Says plainly that whoever changes another's score answers for it (L7). */
    readonly reason: string;
    readonly name: string;
    readonly description: string;
    /** {class} */
    readonly ownRating: string;
    /** {class} */
    readonly mean: string;
    readonly figure: string;
    readonly value: string;
    readonly remark: string;
  };
  /** {weight} */
  readonly sectionWeight: string;
  readonly sectionTotal: string;
  readonly evidenceMissing: string;
  /** {count} */
  readonly evidenceThere: string;
  readonly completion: Readonly<Record<Completion, string>>;
  readonly dispute: Readonly<Record<EntryStatus, string>>;
  /** A veto item that is triggered (1) or not. */
  readonly kinds: {
    readonly full: string;
    /** {perEvent} {floor} */
    readonly deductionPerEvent: string;
    /** {floor} */
    readonly deduction: string;
    /** {target} {full} {step} {perStep} */
    readonly ratio: string;
    /** {levels} */
    readonly levels: string;
    /** {cap} */
    readonly bonus: string;
    readonly bonusUncapped: string;
    readonly veto: string;
  };
  /** {lowest} {highest} */
  readonly scoreRange: string;
  /** {lowest} */
  readonly scoreFrom: string;
  readonly figures: {
    readonly quantitativeWeight: string;
    readonly qualitativeWeight: string;
    readonly quantitativeSum: string;
    readonly quantitative: string;
    readonly qualitativeSum: string;
    readonly qualitative: string;
    readonly total: string;
    readonly grade: string;
    readonly base: string;
    readonly floor: string;
    readonly vetoes: string;
    readonly absent: string;
    /** {class} */
    readonly classWeight: string;
    /** {section} */
    readonly sectionWeight: string;
  };
  /** {class}, 互评缺席 */
  readonly classAbsent: string;
  readonly nobodyAbsent: string;
  /** Why the qualitative half is missing for this viewer. */
  readonly qualitativeHidden: string;
  readonly legend: string;
  readonly states: StateLabels;
  /** Print header: {name} {unit} {year}; footer: {unit} {account} {time}; pages are added by the host's own fields. */
  readonly printHeader: string;
  readonly printFooter: string;
}

export const LEDGER_WORDS_ZH: LedgerWords = {
  sheets: { quantitative: "定量任务", qualitative: "定性测评", totals: "考核得分" },
  info: "单位：{unit}　责任人：{owner}　年度：{year}　状态：{state}",
  columns: {
    number: "序号",
    maximum: "分值",
    kind: "计分方式",
    evidence: "支撑材料",
    completion: "完成情况",
    score: "得分",
    dispute: "争议状态",
    handling: "处理",
    reason: "理由（更改他人得分须写明理由，谁更改谁负责）",
    name: "测评内容",
    description: "说明",
    ownRating: "{class}（本人评分）",
    mean: "{class}平均",
    figure: "项目",
    value: "数值",
    remark: "说明",
  },
  sectionWeight: "权重 {weight}",
  sectionTotal: "小计",
  evidenceMissing: "未上传",
  evidenceThere: "已上传 {count} 份",
  completion: { missing: "未完成", partial: "部分完成", complete: "完成" },
  dispute: {
    own: "",
    challenged: "已被证伪，待责任人答复",
    accepted: "已接受证伪",
    contested: "责任人有异议",
    escalated: "待领导裁定",
    ruled: "领导已裁定",
    reopened: "已重新开启",
  },
  kinds: {
    full: "完成得满分",
    deductionPerEvent: "每次扣 {perEvent} 分，最低 {floor} 分",
    deduction: "扣分，最低 {floor} 分",
    ratio: "{target}% 得 {full} 分，每 {step}% 增减 {perStep} 分",
    levels: "按等级 {levels}",
    bonus: "加分，最高 {cap} 分",
    bonusUncapped: "加分，不设上限",
    veto: "一票否决（1 为发生）",
  },
  scoreRange: "请填写 {lowest} 至 {highest} 之间的数",
  scoreFrom: "请填写不小于 {lowest} 的数",
  figures: {
    quantitativeWeight: "定量权重",
    qualitativeWeight: "定性权重",
    quantitativeSum: "定量小计",
    quantitative: "定量得分",
    qualitativeSum: "定性小计",
    qualitative: "定性得分",
    total: "考核总分",
    grade: "等次",
    base: "总分基数",
    floor: "最低总分",
    vetoes: "一票否决项",
    absent: "缺席情况",
    classWeight: "{class}权重",
    sectionWeight: "{section} 权重",
  },
  classAbsent: "{class}缺席",
  nobodyAbsent: "无",
  qualitativeHidden: "定性得分与考核总分不对本账号显示",
  legend: "图例",
  states: STATE_LABELS_ZH,
  printHeader: "{name}　{unit}　{year} 年度",
  printFooter: "{unit}　导出账号：{account}　导出时间：{time}",
};

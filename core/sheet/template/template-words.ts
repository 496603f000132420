import type { ScoringKind } from "#core/ledger/scoring/scoring-kind.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { ScoringPolicy } from "#core/ledger/policy.ts";

/**
 * What the template editor says. Choices are read back from the sheet, so within one language each must be different;
 * a sheet is read with the words it was drawn with.
 */
export interface TemplateWords {
  readonly sheets: {
    readonly head: string;
    readonly columns: string;
    readonly items: string;
    readonly qualitative: string;
    readonly classes: string;
    readonly grades: string;
  };
  readonly info: string;
  readonly headers: Readonly<Record<TemplateColumn, string>>;
  readonly head: Readonly<Record<HeadField, string>>;
  readonly levels: Readonly<Record<LedgerLevel, string>>;
  readonly scales: Readonly<Record<ScoringPolicy["scale"], string>>;
  readonly combines: Readonly<Record<ScoringPolicy["combine"], string>>;
  readonly vetoes: Readonly<Record<ScoringPolicy["veto"], string>>;
  readonly kinds: Readonly<Record<ScoringKind["kind"], string>>;
  readonly yes: string;
  readonly no: string;
  /** Marks a row of the items' sheet as the heading of a section. */
  readonly section: string;
  readonly item: string;
}

export type HeadField =
  | "name"
  | "year"
  | "level"
  | "base"
  | "quantitativeWeight"
  | "qualitativeWeight"
  | "scale"
  | "combine"
  | "decimals"
  | "veto"
  | "floor";

export type TemplateColumn =
  | "field"
  | "value"
  | "title"
  | "rewordable"
  | "width"
  | "type"
  | "number"
  | "weight"
  | "maximum"
  | "kind"
  | "perEvent"
  | "floor"
  | "target"
  | "full"
  | "step"
  | "perStep"
  | "levels"
  | "cap"
  | "name"
  | "description"
  | "from";

export const TEMPLATE_WORDS_ZH: TemplateWords = {
  sheets: {
    head: "基本信息",
    columns: "文字栏目",
    items: "定量任务",
    qualitative: "定性测评",
    classes: "评分类别",
    grades: "等次",
  },
  info: "白底之外的黄底单元格可以修改；可以插入行、删除行、调整次序",
  headers: {
    field: "项目",
    value: "内容",
    title: "栏目名称",
    rewordable: "可改写",
    width: "列宽",
    type: "行类型",
    number: "序号",
    weight: "权重",
    maximum: "分值",
    kind: "计分方式",
    perEvent: "每次扣分",
    floor: "最低分",
    target: "目标（%）",
    full: "达标得分",
    step: "每增减（%）",
    perStep: "增减分",
    levels: "等级分值（用 / 分隔）",
    cap: "加分上限",
    name: "名称",
    description: "说明",
    from: "总分不低于",
  },
  head: {
    name: "模板名称",
    year: "年度",
    level: "适用层级",
    base: "总分基数",
    quantitativeWeight: "定量权重",
    qualitativeWeight: "定性权重",
    scale: "折算方式",
    combine: "同类评分合并",
    decimals: "小数位数",
    veto: "一票否决后果",
    floor: "总分下限",
  },
  levels: { "general-branch": "党总支", branch: "党支部", member: "党员" },
  scales: { "as-is": "按原分", "to-base": "折算到基数" },
  combines: { mean: "平均", "trimmed-mean": "去掉最高最低后平均" },
  vetoes: { "total-zero": "总分记零", "lowest-grade": "定为最低等次" },
  kinds: { full: "满分制", deduction: "扣分", ratio: "比例", levels: "等级", bonus: "加分", veto: "一票否决" },
  yes: "是",
  no: "否",
  section: "部分",
  item: "任务",
};

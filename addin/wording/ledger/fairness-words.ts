import type { Language } from "#core/wording/language.ts";

export interface FairnessWords {
  readonly title: string;
  readonly about: (scope: string) => string;
  readonly ratersTitle: string;
  readonly rater: string;
  readonly raterClass: string;
  readonly classes: Readonly<Record<string, string>>;
  readonly ledgers: string;
  readonly ratings: string;
  readonly mean: string;
  readonly spread: string;
  readonly remark: string;
  readonly alwaysMaximum: string;
  readonly noSpread: string;
  readonly noRaters: string;
  readonly pairsTitle: string;
  readonly pairsAbout: string;
  readonly pairFrom: string;
  readonly pairTo: string;
  readonly aboveThere: string;
  readonly aboveBack: string;
  readonly noPairs: string;
  readonly challengedTitle: string;
  readonly item: string;
  readonly challenges: string;
  readonly challengedLedgers: string;
  readonly noChallenges: string;
  readonly chartTitle: string;
  readonly chartAbout: string;
  readonly chartText: (facts: {
    readonly raters: number;
    readonly lowest: string;
    readonly highest: string;
    readonly maximum: number;
  }) => string;
  readonly barText: (facts: { readonly name: string; readonly mean: string; readonly spread: string }) => string;
}

export const fairnessWords = {
  "zh-CN": {
    title: "公正性分析",
    about: (scope) => `${scope}。分值按各项满分折算为百分比；只供领导参考，不改变任何得分。`,
    ratersTitle: "评价人",
    rater: "评价人",
    raterClass: "类别",
    classes: { peer: "互评", leader: "领导评" },
    ledgers: "台账数",
    ratings: "评分数",
    mean: "平均 %",
    spread: "离散 %",
    remark: "提示",
    alwaysMaximum: "全给满分",
    noSpread: "全给同分",
    noRaters: "还没有人评分，评分开始后再来查看。",
    pairsTitle: "相互给分明显偏高",
    pairsAbout: "双方给对方的平均分都比其他评价人高出 10 个百分点以上。",
    pairFrom: "甲",
    pairTo: "乙",
    aboveThere: "甲给乙高出",
    aboveBack: "乙给甲高出",
    noPairs: "没有发现。",
    challengedTitle: "证伪最多的任务项",
    item: "任务项",
    challenges: "证伪次数",
    challengedLedgers: "涉及台账",
    noChallenges: "没有任务项被证伪。",
    chartTitle: "平均与离散",
    chartAbout: "条形为平均分，横线为离散范围",
    chartText: ({ raters, lowest, highest, maximum }) =>
      `条形图：${raters} 位评价人的平均分，最低 ${lowest}%，最高 ${highest}%；${maximum} 位全给满分。数据见旁边的表。`,
    barText: ({ name, mean, spread }) => `${name}：平均 ${mean}%，离散 ${spread}%`,
  },
  en: {
    title: "Fairness",
    about: (scope) => `${scope}. Scores as percent of each maximum; for leaders to consider, no score changes by it.`,
    ratersTitle: "Raters",
    rater: "Rater",
    raterClass: "Class",
    classes: { peer: "Peer", leader: "Leader" },
    ledgers: "Ledgers",
    ratings: "Ratings",
    mean: "Mean %",
    spread: "Spread %",
    remark: "Remark",
    alwaysMaximum: "Always the maximum",
    noSpread: "Always the same",
    noRaters: "Nobody has rated yet. Come back when ratings have begun.",
    pairsTitle: "Pairs who scored each other far above the rest",
    pairsAbout: "Each one's mean for the other lies at least 10 points above that of the other raters.",
    pairFrom: "A",
    pairTo: "B",
    aboveThere: "A for B, above by",
    aboveBack: "B for A, above by",
    noPairs: "None found.",
    challengedTitle: "Items challenged most",
    item: "Item",
    challenges: "Challenges",
    challengedLedgers: "Ledgers",
    noChallenges: "No item was challenged.",
    chartTitle: "Mean and spread",
    chartAbout: "Bars are means, lines are spreads",
    chartText: ({ raters, lowest, highest, maximum }) =>
      `Bar chart: means of ${raters} raters, lowest ${lowest}%, highest ${highest}%; ${maximum} gave the maximum always. The table beside has the figures.`,
    barText: ({ name, mean, spread }) => `${name}: mean ${mean}%, spread ${spread}%`,
  },
} satisfies Record<Language, FairnessWords>;

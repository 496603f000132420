/** What a standing and a fairness report say. */
export interface StandingWords {
  readonly sheet: string;
  /** {template} {year} */
  readonly title: string;
  /** {scope} {of} {time} */
  readonly info: string;
  /** {of}: only one's own place is shown. */
  readonly ownPlaceOnly: string;
  readonly columns: {
    readonly rank: string;
    readonly owner: string;
    readonly unit: string;
    readonly quantitative: string;
    readonly qualitative: string;
    readonly total: string;
    readonly grade: string;
    readonly challenges: string;
    readonly completion: string;
    readonly completeItems: string;
  };
  /** {scope} {year}; {account} {time} */
  readonly printHeader: string;
  readonly printFooter: string;
  readonly fairness: {
    readonly raters: string;
    readonly pairs: string;
    readonly items: string;
    readonly title: string;
    readonly columns: {
      readonly rater: string;
      readonly raterClass: string;
      readonly ledgers: string;
      readonly ratings: string;
      readonly mean: string;
      readonly spread: string;
      readonly alwaysMaximum: string;
      readonly first: string;
      readonly second: string;
      readonly firstAbove: string;
      readonly secondAbove: string;
      readonly item: string;
      readonly task: string;
      readonly challenges: string;
    };
    readonly yes: string;
  };
}

export const STANDING_WORDS_ZH: StandingWords = {
  sheet: "排名",
  title: "{year} 年度“{template}”排名",
  info: "范围：{scope}　参评：{of}　截至：{time}",
  ownPlaceOnly: "仅显示本人名次（共 {of} 个）",
  columns: {
    rank: "名次",
    owner: "责任主体",
    unit: "所属党组织",
    quantitative: "定量得分",
    qualitative: "定性得分",
    total: "考核总分",
    grade: "等次",
    challenges: "证伪次数",
    completion: "完成率（%）",
    completeItems: "完成项数",
  },
  printHeader: "{scope}　{year} 年度排名",
  printFooter: "导出账号：{account}　导出时间：{time}",
  fairness: {
    raters: "评分人",
    pairs: "互评偏高",
    items: "证伪最多",
    title: "{year} 年度“{template}”评分公正性分析",
    columns: {
      rater: "评分人",
      raterClass: "评分类别",
      ledgers: "所评台账数",
      ratings: "评分次数",
      mean: "平均（占满分 %）",
      spread: "离散程度",
      alwaysMaximum: "全部给满分",
      first: "甲",
      second: "乙",
      firstAbove: "甲对乙高出其他人",
      secondAbove: "乙对甲高出其他人",
      item: "序号",
      task: "任务项",
      challenges: "证伪次数",
    },
    yes: "是",
  },
};

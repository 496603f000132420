/** Workbook-wide names of a ledger's figures; part of the formulas, so they are the same in every language. */
export const FIGURE_NAMES = {
  quantitativeWeight: "定量权重",
  qualitativeWeight: "定性权重",
  quantitativeSum: "定量小计",
  quantitative: "定量得分",
  qualitativeSum: "定性小计",
  qualitative: "定性得分",
  total: "考核总分",
  grade: "等次",
  base: "总分基数",
} as const;

/** 自评权重, 互评权重 ...; a class's label is checked with the template. */
export function classWeightName(className: string): string {
  return `${className}权重`;
}

/** Sections are named by their place, because titles may hold anything. */
export function sectionTotalName(index: number): string {
  return `第${index + 1}部分小计`;
}

export function sectionWeightName(index: number): string {
  return `第${index + 1}部分权重`;
}

/** Veto items act on the total by name. */
export function vetoName(index: number): string {
  return `否决${index + 1}`;
}

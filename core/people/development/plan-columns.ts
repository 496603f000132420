/** The list 《<单位><年>年计划发展对象名单》 has exactly these ten columns (M8): field key and heading. */
export const CANDIDATE_LIST_COLUMNS = [
  ["name", "姓名"],
  ["sex", "性别"],
  ["ethnic", "民族"],
  ["birthDate", "出生年月"],
  ["occupation", "工作岗位"],
  ["occupationFrom", "岗位开始日期"],
  ["education", "学历"],
  ["appliedOn", "申请入党日期"],
  ["activistOn", "列为入党积极分子日期"],
  ["candidateOn", "列为发展对象日期"],
] as const satisfies readonly (readonly [string, string])[];

/** Title and file name of the list. */
export function candidateListName(unitName: string, year: number): string {
  return `${unitName}${String(year)}年计划发展对象名单`;
}

import type { TemplateProblemCode } from "#core/ledger/template/template-problem.ts";
import type { Language } from "#core/wording/language.ts";

type ProblemWords = Readonly<Record<TemplateProblemCode, string>>;

const zh: ProblemWords = {
  "not-readable": "内容读不出来，请检查这一处的格式",
  "text-empty": "不能为空",
  "text-too-long": "文字太长",
  "text-unsafe": "含有不能使用的控制字符",
  "tab-name-unsafe": "不能用作工作表名称",
  "name-unsafe": "不能用作名称",
  "label-doubled": "与另一处重名",
  "year-invalid": "年度不正确",
  "key-invalid": "标识不正确",
  "key-doubled": "标识重复",
  "class-reserved": "这一评分类别是系统保留的",
  "column-unknown": "没有这一列",
  "column-missing": "缺少“工作任务”列",
  "width-invalid": "列宽不正确",
  "too-many": "数量太多",
  "too-few": "数量太少",
  "not-a-decimal": "应为数字",
  "too-many-decimals": "小数位数太多",
  "decimals-invalid": "小数位数应为 0 到 4",
  "weight-out-of-range": "权重应在 0 到 1 之间",
  "weights-not-one": "权重之和应等于 1",
  "weights-partial": "各部分要么都有权重，要么都没有",
  "half-without-items": "有权重却没有可以评分的项目",
  "number-out-of-range": "数值超出范围",
  "floor-above-maximum": "最低分高于满分",
  "levels-not-descending": "等级分应从高到低",
  "too-many-steps": "可取的分值太多",
  "maximum-mismatch": "计分方式与分值不一致",
  "grades-not-descending": "等次应从高到低",
  "last-grade-not-open": "最后一个等次不应有下限",
  "lowest-grade-missing": "一票否决降为最低等次，但没有设等次",
  "scale-too-fine": "换算后的数值无法在表格中精确取舍",
};

const en: ProblemWords = {
  "not-readable": "cannot be read; check its form",
  "text-empty": "must not be empty",
  "text-too-long": "is too long",
  "text-unsafe": "has control characters",
  "tab-name-unsafe": "cannot be the name of a tab",
  "name-unsafe": "cannot be a name",
  "label-doubled": "occurs twice",
  "year-invalid": "is no year",
  "key-invalid": "has a wrong key",
  "key-doubled": "has a key that occurs twice",
  "class-reserved": "is a reserved rater class",
  "column-unknown": "names a column that is not there",
  "column-missing": "needs the column of tasks",
  "width-invalid": "has a wrong width",
  "too-many": "are too many",
  "too-few": "are too few",
  "not-a-decimal": "must be a number",
  "too-many-decimals": "has too many decimals",
  "decimals-invalid": "must be 0 to 4",
  "weight-out-of-range": "must be between 0 and 1",
  "weights-not-one": "must sum up to 1",
  "weights-partial": "either all sections have weights or none has",
  "half-without-items": "has weight but nothing to score",
  "number-out-of-range": "is out of range",
  "floor-above-maximum": "is above the maximum",
  "levels-not-descending": "must descend",
  "too-many-steps": "allows too many scores",
  "maximum-mismatch": "does not fit the maximum",
  "grades-not-descending": "must descend",
  "last-grade-not-open": "must have no lower bound",
  "lowest-grade-missing": "needs grades",
  "scale-too-fine": "cannot be rounded exactly in a sheet",
};

const TABLES: Readonly<Record<Language, ProblemWords>> = { "zh-CN": zh, en };

/** The service's own code where it is newer than this page. */
export function sayTemplateProblem(language: Language, code: string): string {
  const words: Readonly<Record<string, string>> = TABLES[language];
  return words[code] ?? code;
}

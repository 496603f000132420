import type { DefinitionProblem } from "#core/report/definition/definition-problem.ts";
import type { Language } from "./language.ts";
import { sayQuestionProblem } from "./question-problems.ts";

type Own = Exclude<DefinitionProblem["problem"], Parameters<typeof sayQuestionProblem>[1]["problem"]>;
type Sentences = Readonly<Record<Own, (given: string, grammar: string) => string>>;

const zh: Sentences = {
  "heading-missing": (given) => `缺少开头一行（读到“${given}”）`,
  "section-unknown": (given) => `不认识这一行：${given}`,
  "population-unknown": (given) => `没有“${given}”这种统计对象`,
  "line-crooked": (given, grammar) => `应写作“${grammar}”：${given}`,
  "id-doubled": (given) => `“${given}”出现了两次`,
  "id-crooked": (given) => `“${given}”不是编号`,
  "order-crooked": () => "编号应连续：列 A、B、C……，行 1、2、3……",
  "tables-crooked": (given) => `表号应与文件名同序：${given}`,
  "stub-unknown": (given) => `没有这个行组：${given}`,
  "name-unknown": (given) => `没有定义${given}`,
  "name-circular": (given) => `${given}绕回了自己`,
  "blank-missing": () => "空格与口径不对应",
  "cell-unknown": (given) => `表中没有${given}这一格`,
  "field-unknown": (given) => `没有“${given}”这一项`,
  "field-no-number": (given) => `“${given}”不是数字，不能求和`,
  "deadline-crooked": (given) =>
    `应写作“期限 上报 12-31”“期限 上报 次年 01-10 党委”“期限 校核 报告日期后 5 个工作日”或“期限 打印 接受后 3 个工作日”：${given}`,
  "why-missing": () => "手填的格应写明原因",
  "formula-circular": () => "公式绕回了自己",
  "two-formulas": () => "行和列都是公式",
  "cell-expected": (given) => `这里应写一格，如 A3、1!A16（读到“${given}”）`,
  "sign-expected": (given) => `“${given}”前应写 + 或 -`,
  "range-crooked": (given) => `“..”两边应是同一行或同一列（读到“${given}”）`,
};

const en: Sentences = {
  "heading-missing": (given) => `the first line is missing (found "${given}")`,
  "section-unknown": (given) => `this line means nothing here: ${given}`,
  "population-unknown": (given) => `nothing called "${given}" can be counted`,
  "line-crooked": (given, grammar) => `"${grammar}" is wanted: ${given}`,
  "id-doubled": (given) => `"${given}" is there twice`,
  "id-crooked": (given) => `"${given}" is no number of a row or column`,
  "order-crooked": () => "numbers must run on: columns A, B, C…, rows 1, 2, 3…",
  "tables-crooked": (given) => `tables are numbered in the order of their files: ${given}`,
  "stub-unknown": (given) => `there is no such group of rows: ${given}`,
  "name-unknown": (given) => `${given} is defined nowhere`,
  "name-circular": (given) => `${given} leads back to itself`,
  "blank-missing": () => "blanks and rules do not match",
  "cell-unknown": (given) => `the table has no cell ${given}`,
  "field-unknown": (given) => `there is no field "${given}"`,
  "field-no-number": (given) => `"${given}" is no number and cannot be added up`,
  "deadline-crooked": (given) =>
    `"期限 上报 12-31", "期限 上报 次年 01-10 党委", "期限 校核 报告日期后 5 个工作日" or "期限 打印 接受后 3 个工作日" is wanted: ${given}`,
  "why-missing": () => "a cell that is filled by hand says why",
  "formula-circular": () => "the formula leads back to itself",
  "two-formulas": () => "row and column are both formulas",
  "cell-expected": (given) => `a cell is wanted here, as A3 or 1!A16 (found "${given}")`,
  "sign-expected": (given) => `+ or - is wanted before "${given}"`,
  "range-crooked": (given) => `both ends of ".." lie in one row or column (found "${given}")`,
};

const TABLES: Readonly<Record<Language, Sentences>> = { "zh-CN": zh, en };

/** File, line and place first, as compilers say it, then what is wrong. */
export function sayDefinitionProblem(language: Language, told: DefinitionProblem): string {
  const { file, line, place, problem } = told;
  const given = shortened(told.given);
  const at = [`${file}:${line}`, ...(place === "" ? [] : [place])].join(" ");
  return `${at}  ${isOwn(problem) ? TABLES[language][problem](given, grammarOf(language, file)) : saidOfQuestion(language, problem, given)}`;
}

/** How a line of that file is written. */
const GRAMMARS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "checks.txt": {
    "zh-CN": "编号 不允许|需说明|提示 表N 每行|每列 | 左边 = 右边 | 说明",
    en: "code 不允许|需说明|提示 表N 每行|每列 | left = right | text",
  },
  "conditions.txt": { "zh-CN": "名称 | 条件", en: "name | condition" },
  "points.txt": { "zh-CN": "编号 表N | 要点 | 名称 = 算式；名称 = 算式", en: "code 表N | question | name = formula" },
};
const TABLE_GRAMMAR: Readonly<Record<Language, string>> = {
  "zh-CN": "编号 | 标题 | 口径（补充资料、格：编号 | 口径）",
  en: "id | heading | rule (supplement and cells: id | rule)",
};

function grammarOf(language: Language, file: string): string {
  return (GRAMMARS[file.split("/").at(-1) ?? ""] ?? TABLE_GRAMMAR)[language];
}

/** A line is found by its number: its beginning is enough to know it again. */
const MOST_GIVEN = 80;

function shortened(given: string): string {
  return given.length > MOST_GIVEN ? `${given.slice(0, MOST_GIVEN).replace(/[\uD800-\uDBFF]$/u, "")}…` : given;
}

function isOwn(problem: DefinitionProblem["problem"]): problem is Own {
  return Object.hasOwn(zh, problem);
}

function saidOfQuestion(
  language: Language,
  problem: Exclude<DefinitionProblem["problem"], Own>,
  given: string,
): string {
  return sayQuestionProblem(language, { code: "question-unreadable", at: 0, given, problem });
}

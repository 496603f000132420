import type { SheetProblem } from "#core/sheet/edit.ts";
import type { Language } from "../language.ts";

type ProblemSentences = {
  readonly [Code in SheetProblem["code"]]: (problem: Extract<SheetProblem, { readonly code: Code }>) => string;
};

const at = (place: { readonly sheet: string; readonly address: string }): string => `${place.sheet}!${place.address}`;

const problemsZh = {
  "no-base-snapshot": () => "表格中没有原始数据的记录，无法判断改了什么。请重新打开台账。",
  "sheet-missing": ({ sheet }) => `工作表“${sheet}”不见了。`,
  "sheet-copied": ({ sheet, original }) =>
    `工作表“${sheet}”是“${original}”的副本，其中的内容不会提交；请填在“${original}”中。`,
  "key-column-missing": ({ sheet }) => `“${sheet}”隐藏的标识列被删除了。`,
  "key-row-missing": ({ sheet }) => `“${sheet}”隐藏的标识行被删除了。`,
  "sorted-without-keys": ({ place, expected, found }) =>
    `${at(place)}：排序时没有带上标识列，这一行原是“${expected}”，现在是“${found}”。可以自动修复。`,
  "row-key-doubled": ({ place }) => `${at(place)}：这一行与另一行的标识相同，可能是复制的行，不会提交。`,
  "row-key-unknown": ({ place }) => `${at(place)}：不认识这一行，不会提交。`,
  "row-missing": ({ sheet, identity }) => `“${sheet}”中缺少一行：${identity}。`,
  "column-missing": ({ sheet, column }) => `“${sheet}”中缺少一列（${column}）。`,
  "column-key-doubled": ({ sheet, column }) => `“${sheet}”中有两列标识相同（${column}）。`,
  "formula-overtyped": ({ place }) => `${at(place)}：公式被改写了，可以还原。`,
  "locked-cell-changed": ({ place }) => `${at(place)}：这一格不能填写，修改不会提交。`,
  "formula-in-input": ({ place }) => `${at(place)}：这里应填数值或文字，不能填公式。`,
  "row-without-key": ({ place }) => `${at(place)}：新插入的行不会提交。`,
  "reason-without-edit": ({ place }) => `${at(place)}：写了理由，但这一行没有修改。`,
  "reason-not-kept": ({ place }) => `${at(place)}：手工填写的数不需要理由，这一行的理由没有保存。`,
} satisfies ProblemSentences;

const problemsEn = {
  "no-base-snapshot": () =>
    "The sheet does not carry what it was made from, so nobody can tell what changed. Open the ledger again.",
  "sheet-missing": ({ sheet }) => `The sheet "${sheet}" is gone.`,
  "sheet-copied": ({ sheet, original }) =>
    `The sheet "${sheet}" is a copy of "${original}"; nothing of it is sent. Type in "${original}" instead.`,
  "key-column-missing": ({ sheet }) => `The hidden key column of "${sheet}" was deleted.`,
  "key-row-missing": ({ sheet }) => `The hidden key row of "${sheet}" was deleted.`,
  "sorted-without-keys": ({ place, expected, found }) =>
    `${at(place)}: sorted without the keys; this row was "${expected}" and is now "${found}". It can be repaired.`,
  "row-key-doubled": ({ place }) => `${at(place)}: a copied row; it is not sent.`,
  "row-key-unknown": ({ place }) => `${at(place)}: an unknown row; it is not sent.`,
  "row-missing": ({ sheet, identity }) => `A row of "${sheet}" is missing: ${identity}.`,
  "column-missing": ({ sheet, column }) => `A column of "${sheet}" is missing (${column}).`,
  "column-key-doubled": ({ sheet, column }) => `Two columns of "${sheet}" have the same key (${column}).`,
  "formula-overtyped": ({ place }) => `${at(place)}: the formula was overtyped; it can be restored.`,
  "locked-cell-changed": ({ place }) => `${at(place)}: this cell is closed; the change is not sent.`,
  "formula-in-input": ({ place }) => `${at(place)}: a value is wanted here, not a formula.`,
  "row-without-key": ({ place }) => `${at(place)}: an inserted row; it is not sent.`,
  "reason-without-edit": ({ place }) => `${at(place)}: a reason, but no change in this row.`,
  "reason-not-kept": ({ place }) =>
    `${at(place)}: filled by hand, which wants no reason; the one in this row was not kept.`,
} satisfies ProblemSentences;

const TABLES: Readonly<Record<Language, ProblemSentences>> = { "zh-CN": problemsZh, en: problemsEn };

export function sayProblem(language: Language, problem: SheetProblem): string {
  const sentence = TABLES[language][problem.code] as (fact: SheetProblem) => string;
  return sentence(problem);
}

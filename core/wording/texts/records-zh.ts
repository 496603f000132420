import { sayQuestionProblem } from "../question-problems.ts";
import type { RecordRefusal } from "#core/people/record-refusal.ts";

export type RecordSentences = {
  readonly [Code in RecordRefusal["code"]]: (refusal: Extract<RecordRefusal, { readonly code: Code }>) => string;
};

export const recordSentencesZh = {
  "id-number-known": () => "该身份证号已有记录，不能重复登记。请用身份证号和姓名查找后办理。",
  "unit-unknown": () => "没有这个党组织，或本账号不可在其中登记。",
  "merge-same-record": () => "不能与自身合并。",
  "merge-with-account": () => "被合并的记录另有账号，请先停用或移交该账号，或改以该记录为准。",
  "merge-two-id-numbers": () => "两条记录的身份证号不同，不是同一人。如有一条有误，请先更正。",
  "no-such-finding": () => "这条校核结果已不存在，或不需要说明。",
  "explanation-too-short": ({ least }) => `说明至少 ${least} 个字。`,
  "explanation-empty-phrase": () => "请写明具体情况，不能只写“情况属实”一类的话。",
  "question-unreadable": (problem) => sayQuestionProblem("zh-CN", problem),
  "question-name-taken": () => "同名的查询已存在，或已被他人修改，请刷新后再试。",
} as const satisfies RecordSentences;

import { sayQuestionProblem } from "../question-problems.ts";
import type { RecordSentences } from "./records-zh.ts";

export const recordSentencesEn = {
  "id-number-known": () => "There is a record with this ID number already. Look it up by ID number and name.",
  "unit-unknown": () => "There is no such unit, or this account may not enter people into it.",
  "merge-same-record": () => "A record cannot be merged with itself.",
  "merge-with-account": () =>
    "The record that would go has an account of its own: disable or hand over that account first, or keep that record.",
  "merge-two-id-numbers": () =>
    "The two records have different ID numbers: these are two people. If one is wrong, correct it first.",
  "no-such-finding": () => "This finding does not exist any more, or needs no explanation.",
  "explanation-too-short": ({ least }) => `An explanation has at least ${least} characters.`,
  "explanation-empty-phrase": () => "Please say what the case is; a mere phrase explains nothing.",
  "question-unreadable": (problem) => sayQuestionProblem("en", problem),
  "question-name-taken": () =>
    "There is a question of that name already, or somebody has changed it. Refresh and try again.",
} as const satisfies RecordSentences;

import type { QuestionProblem } from "./question/question.ts";

/** Ways in which the records as a whole say no; a single value's are `FieldRefusal`. */
export type RecordRefusal =
  | QuestionProblem
  | { readonly code: "id-number-known" } // somebody has it already; where, only the search tells (M3)
  | { readonly code: "unit-unknown" }
  | { readonly code: "merge-same-record" }
  | { readonly code: "merge-with-account" } // the record that would go has an account of its own
  | { readonly code: "merge-two-id-numbers" }
  | { readonly code: "no-such-finding" } // it was put right meanwhile, or the check asks for no explanation
  | { readonly code: "explanation-too-short"; readonly least: number }
  | { readonly code: "explanation-empty-phrase" }
  | { readonly code: "question-name-taken" };

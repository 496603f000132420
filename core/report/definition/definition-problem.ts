import type { FormulaProblem } from "../formula/formula.ts";
import type { QuestionProblem } from "#core/people/question/question.ts";

/** What is wrong with a definition, and where: file, line from 1, and the cell, row or column meant where there is one. */
export interface DefinitionProblem {
  readonly code: "definition-unreadable";
  readonly file: string;
  readonly line: number;
  /** "2!C4", "C", "4" or "". */
  readonly place: string;
  readonly given: string;
  readonly problem:
    | "heading-missing" // a file begins with 表 NUMBER NAME
    | "section-unknown"
    | "population-unknown"
    | "line-crooked" // not: id | heading | rule
    | "id-doubled"
    | "id-crooked"
    | "order-crooked" // columns A, B, C ...; rows 1, 2, 3 ...
    | "tables-crooked" // table-05.txt holds a smaller number than table-04.txt
    | "stub-unknown"
    | "name-unknown" // {a named condition} that does not exist
    | "name-circular"
    | "blank-missing" // a blank without a rule, or a rule without its blank
    | "cell-unknown"
    | "field-unknown"
    | "field-no-number"
    | "deadline-crooked"
    | "why-missing" // a manual cell says why
    | "formula-circular"
    | "two-formulas"
    | FormulaProblem["problem"]
    | QuestionProblem["problem"];
}

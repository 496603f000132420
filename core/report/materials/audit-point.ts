import type { Formula } from "../formula/formula.ts";

/** One point of 各表具体审核要点 (R8): a question that the unit answers in words, with the numbers it is about. */
export interface AuditPoint {
  /** "P-01". */
  readonly code: string;
  /** null: about the report as a whole. */
  readonly table: number | null;
  readonly text: string;
  /** What is shown beside it, each with its name. */
  readonly facts: readonly PointFact[];
  readonly line: number;
  /** Where it stands, if it was taken over from another form: "../2017/points.txt". */
  readonly file?: string;
}

export interface PointFact {
  readonly name: string;
  readonly formula: Formula;
}

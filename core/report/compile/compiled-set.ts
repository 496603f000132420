import type { Condition } from "#core/people/question/question.ts";
import type { CellDefinition } from "../definition/cell-rules.ts";
import type { PopulationName, ReportSet, TableDefinition } from "../definition/report-definition.ts";

/** A set made ready for a period: every distinct condition once, cells as pairs of conditions. */
export interface CompiledSet {
  readonly set: ReportSet;
  readonly conditions: Readonly<Record<PopulationName, readonly CompiledCondition[]>>;
  readonly tables: readonly CompiledTable[];
}

export interface CompiledCondition {
  /** As written, names replaced. */
  readonly text: string;
  readonly condition: Condition;
}

export interface CompiledTable {
  readonly definition: TableDefinition;
  readonly cells: readonly CompiledCell[];
}

export interface CompiledCell extends CellDefinition {
  /** For generated cells: what is counted; null for all others. */
  readonly counted: CountedCell | null;
}

export interface CountedCell {
  readonly population: PopulationName;
  /** Key of the field that is added up; null: records are counted. */
  readonly sumOf: string | null;
  /** Places among the population's conditions: a record counts when all of them hold. */
  readonly conditions: readonly number[];
}

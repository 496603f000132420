import type { Formula } from "../formula/formula.ts";
import { gridCell } from "../formula/cell-name.ts";
import type { PopulationName, Rule, TableDefinition } from "./report-definition.ts";

/** Where a cell's number comes from, its row, column and exceptions taken together. */
export type CellRule =
  | {
      readonly kind: "generated";
      readonly population: PopulationName;
      /** Name of the field that is added up; null: records are counted. */
      readonly sumOf: string | null;
      /** Each must hold: of table, row and column; those that ask for everybody are left out. */
      readonly where: readonly string[];
    }
  /** `行3` and `A` in it mean cells of this one's column and row. */
  | { readonly kind: "formula"; readonly formula: Formula; readonly text: string }
  | { readonly kind: "manual"; readonly why: string }
  | { readonly kind: "none" };

export interface CellDefinition {
  /** "C4" or "补1.2". */
  readonly cell: string;
  readonly rule: CellRule;
  /** Of the definition's text. */
  readonly line: number;
}

/** Every cell of a table's body, row by row, then the blanks of its supplementary lines. */
export function cellRules(table: TableDefinition): readonly CellDefinition[] {
  const exceptions = new Map(table.cells.map((each) => [each.cell, each]));
  const body = table.rows.flatMap((row) =>
    table.columns.map(({ id, rule }): CellDefinition => {
      const cell = `${id}${row.no}`;
      const exception = exceptions.get(cell);
      if (exception) return { cell, rule: ruled(table, [exception.rule]), line: exception.line };
      return { cell, rule: ruled(table, [row.rule, rule]), line: row.line };
    }),
  );
  const blanks = table.supplement.flatMap(({ no, blanks: rules, line }) =>
    rules.map((rule, index): CellDefinition => {
      const cell = `补${no}.${index + 1}`;
      return { cell, rule: ruled(table, [exceptions.get(cell)?.rule ?? rule]), line };
    }),
  );
  return [...body, ...blanks];
}

/** Exceptions, and cells that add up in their own way, that are no cell of the table. */
export function strayExceptions(
  table: TableDefinition,
): readonly Pick<TableDefinition["cells"][number], "cell" | "line">[] {
  const columns = new Set(table.columns.map(({ id }) => id));
  const blanks = new Set(table.supplement.flatMap(({ no, blanks: all }) => all.map((_, at) => `补${no}.${at + 1}`)));
  return [...table.cells, ...table.rollups].filter(({ cell }) => {
    const at = gridCell(cell);
    return at ? !columns.has(at.column) || at.row > table.rows.length : !blanks.has(cell);
  });
}

/** A missing cell stays missing, a formula counts before what is entered by hand, and that before what is counted. */
function ruled(table: TableDefinition, rules: readonly Rule[]): CellRule {
  const given = rules.filter(isUncounted);
  const [special] = ORDER.flatMap((kind) => given.filter((rule) => rule.kind === kind));
  return special ?? generatedRule(table, rules.filter(isCounted));
}

type CountedRule = Extract<Rule, { readonly where: string }>;
type UncountedRule = Exclude<Rule, { readonly where: string }>;

const ORDER: readonly UncountedRule["kind"][] = ["none", "formula", "manual"];

function isUncounted(rule: Rule): rule is UncountedRule {
  return !isCounted(rule);
}

function isCounted(rule: Rule): rule is CountedRule {
  return rule.kind === "count" || rule.kind === "sum";
}

function generatedRule(table: TableDefinition, rules: readonly CountedRule[]): CellRule {
  const population = rules.find((rule) => rule.population !== null)?.population ?? table.population;
  const where = [population === table.population ? table.where : "", ...rules.map((rule) => rule.where)];
  const [sumOf = null] = rules.flatMap((rule) => (rule.kind === "sum" ? [rule.field] : []));
  return { kind: "generated", population, sumOf, where: where.filter((text) => text !== "") };
}

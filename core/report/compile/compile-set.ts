import { buildFieldCatalogue, type CatalogueData } from "#core/people/field/field-catalogue.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf, type Vocabulary } from "#core/people/question/vocabulary.ts";
import { cellRules, strayExceptions, type CellDefinition, type CellRule } from "../definition/cell-rules.ts";
import type { DefinitionProblem } from "../definition/definition-problem.ts";
import { POPULATION_NAMES } from "../definition/population-names.ts";
import { CHECKS_FILE, POINTS_FILE } from "../definition/set-files.ts";
import type { PopulationName, ReportSet, TableDefinition } from "../definition/report-definition.ts";
import type { CompiledCondition, CompiledSet, CompiledTable, CountedCell } from "./compiled-set.ts";
import { checkFaults, formulaFaults, pointFaults } from "./formula-problems.ts";
import { expandNames, type NamedConditions } from "../definition/named-conditions.ts";
import { populationCatalogue } from "./report-fields.ts";

export interface CompileOptions {
  readonly data: CatalogueData;
  /** Conditions of the set and of the period, by name. */
  readonly named: NamedConditions;
  /** The file a table's problems are told of. */
  readonly fileOf: (table: TableDefinition) => string;
}

/** Binds a set to the fields of records. The problems are all there are; with any, the set must not be used. */
export function compileSet(
  set: ReportSet,
  options: CompileOptions,
): { readonly compiled: CompiledSet; readonly problems: readonly DefinitionProblem[] } {
  const binder = new Binder(options);
  const tables = set.tables.map((table) => binder.table(table));
  for (const { problem, given, ...place } of formulaFaults(tables)) binder.tell(place, problem, given);
  for (const { check, given } of checkFaults(set.checks, tables)) {
    const told = {
      code: "definition-unreadable",
      file: check.file ?? CHECKS_FILE,
      line: check.line,
      place: check.code,
    } as const;
    binder.problems.push({ ...told, given, problem: "cell-unknown" });
  }
  for (const { point, given } of pointFaults(set.points, tables)) {
    const told = {
      code: "definition-unreadable",
      file: point.file ?? POINTS_FILE,
      line: point.line,
      place: point.code,
    } as const;
    binder.problems.push({ ...told, given, problem: "cell-unknown" });
  }
  return { compiled: { set, tables, conditions: binder.conditions }, problems: binder.problems };
}

interface Place {
  readonly table: TableDefinition;
  readonly cell: string;
  readonly line: number;
}

class Binder {
  readonly problems: DefinitionProblem[] = [];
  readonly conditions: Record<PopulationName, CompiledCondition[]>;
  readonly #options: CompileOptions;
  readonly #vocabularies: Readonly<Record<PopulationName, Vocabulary>>;
  /** By population and text as written; -1: it cannot be read. */
  readonly #known = new Map<string, number>();

  constructor(options: CompileOptions) {
    this.#options = options;
    const names = Object.keys(POPULATION_NAMES) as PopulationName[];
    const each = <T>(make: (name: PopulationName) => T) =>
      Object.fromEntries(names.map((name) => [name, make(name)])) as Record<PopulationName, T>;
    this.conditions = each(() => []);
    this.#vocabularies = each((name) => {
      const catalogue = buildFieldCatalogue(populationCatalogue(options.data, name));
      return vocabularyOf(catalogue, name === "units" ? "unit" : "person");
    });
  }

  table(table: TableDefinition): CompiledTable {
    for (const { cell, line } of strayExceptions(table)) this.tell({ table, cell, line }, "cell-unknown", cell);
    const cells = cellRules(table).map((cell) => ({ ...cell, counted: this.#counted(table, cell) }));
    return { definition: table, cells };
  }

  #counted(table: TableDefinition, { cell, rule, line }: CellDefinition): CountedCell | null {
    if (rule.kind !== "generated") return null;
    const place = { table, cell, line };
    const conditions = rule.where.map((text) => this.#condition(rule.population, text, place));
    return { population: rule.population, sumOf: this.#summed(rule, place), conditions };
  }

  #condition(population: PopulationName, text: string, place: Place): number {
    const key = `${population} ${text}`;
    const known = this.#known.get(key) ?? this.#read(population, text, place);
    this.#known.set(key, known);
    return known;
  }

  #read(population: PopulationName, written: string, place: Place): number {
    const { text, problem } = expandNames(written, this.#options.named);
    if (problem) return this.tell(place, problem.problem, problem.given);
    const read = parseQuestion(text, this.#vocabularies[population]);
    if (!read.ok) return this.tell(place, read.refusal.problem, `${read.refusal.given} … ${text}`);
    const same = this.conditions[population].findIndex((each) => each.text === text);
    return same >= 0 ? same : this.conditions[population].push({ text, condition: read.value }) - 1;
  }

  #summed(rule: CellRule & { readonly kind: "generated" }, place: Place): string | null {
    if (rule.sumOf === null) return null;
    const { text } = expandNames(rule.sumOf, this.#options.named);
    const field = this.#vocabularies[rule.population].fieldOf(text);
    if (field === undefined || field === "year-needed") {
      this.tell(place, "field-unknown", rule.sumOf);
      return null;
    }
    const { type } = field.definition;
    if (type !== "whole" && type !== "money") this.tell(place, "field-no-number", rule.sumOf);
    return field.key;
  }

  tell({ table, cell, line }: Place, problem: DefinitionProblem["problem"], given: string): number {
    const told = { code: "definition-unreadable", place: `${table.no}!${cell}`, given, problem, line } as const;
    this.problems.push({ ...told, file: this.#options.fileOf(table) });
    return -1;
  }
}

import { DatabaseSync } from "node:sqlite";
import type { Condition, Term } from "#core/people/question/question.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { PopulationPlan } from "#core/report/counting/counting-plan.ts";
import { fieldsOf } from "#core/report/population/columns/condition-bits.ts";
import { isTest, keysOfTest, testsOf, type Test } from "#core/report/population/columns/field-tests.ts";
import type { Population } from "#core/report/population/population.ts";
import { rangesOf, rankedColumn, rankedDates, type RankedColumn } from "./ranked-column.ts";

/** A bit of a whole number in SQLite for each condition, without its sign. */
const MASK_BITS = 62;

/** A population as one table in memory, and its conditions as SQL over it. */
export class ReportSql {
  readonly #database = new DatabaseSync(":memory:");
  readonly #columns: ReadonlyMap<string, SqlColumn>;
  /** Dates that are compared with each other. */
  readonly #compared: ReadonlyMap<string, SqlColumn>;
  readonly #conditions: readonly string[];

  constructor(population: Population, set: CompiledSet) {
    const conditions = set.conditions[population.name].map(({ condition }) => condition);
    const keys = [...new Set(conditions.flatMap(fieldsOf))];
    const pairs = conditions
      .flatMap(testsOf)
      .map(keysOfTest)
      .filter(({ length }) => length > 1);
    this.#columns = named(
      "f",
      keys.map((key) => rankedColumn(population, key)),
    );
    this.#compared = named("c", rankedDates(population, [...new Set(pairs.flat())]));
    const columns = [...this.#columns.values(), ...this.#compared.values()];
    this.#database.exec(`create table r (${columns.map(({ name }) => `${name} integer not null`).join(", ")}) strict`);
    const insert = this.#database.prepare(`insert into r values (${columns.map(() => "?").join(", ")})`);
    this.#database.exec("begin");
    for (let row = 0; row < population.size; row += 1) insert.run(...columns.map(({ ranked }) => ranked.rankAt(row)));
    this.#database.exec("commit");
    this.#conditions = conditions.map((condition) => this.#sql(condition));
  }

  /** One query for one cell. */
  countCell(conditions: readonly number[]): number {
    const where = conditions.map((index) => `(${this.#conditions[index] ?? ""})`).join(" and ");
    const [row] = this.#database.prepare(`select count(*) as n from r${where === "" ? "" : ` where ${where}`}`).all();
    return Number(row?.["n"]);
  }

  /**
   * All cells from one query: every condition once for each row, rows of the same answers together, and the cells added up over
   * these groups.
   */
  countAll({ conditions, asked }: PopulationPlan): readonly number[] {
    const masks = Array.from({ length: Math.ceil(conditions.length / MASK_BITS) }, (_, mask) => {
      const some = conditions.slice(mask * MASK_BITS, (mask + 1) * MASK_BITS);
      return some.map((index, bit) => `((${this.#conditions[index] ?? ""}) << ${bit})`).join(" | ");
    });
    const names = masks.map((_, index) => `m${index}`);
    const from = masks.map((mask, index) => `${mask} as m${index}`).join(", ");
    const query = this.#database.prepare(
      `select ${names.join(", ")}, count(*) as n from (select ${from} from r) group by ${names.join(", ")}`,
    );
    query.setReadBigInts(true);
    const counts = asked.map(() => 0);
    const place = new Map(conditions.map((condition, index) => [condition, index]));
    const places = asked.map((all) => all.map((condition) => place.get(condition) ?? 0));
    for (const group of query.iterate()) {
      const held = names.flatMap((name) => bitsOf(group[name]));
      const records = Number(group["n"]);
      places.forEach((all, cell) => {
        if (all.every((at) => held[at] === true)) counts[cell] = (counts[cell] ?? 0) + records;
      });
    }
    return counts;
  }

  close(): void {
    this.#database.close();
  }

  #sql(condition: Condition): string {
    if (isTest(condition)) return this.#test(condition);
    switch (condition.kind) {
      case "always":
        return "1";
      case "not":
        return `not (${this.#sql(condition.part)})`;
      case "all":
      case "any":
        return condition.parts.map((part) => `(${this.#sql(part)})`).join(condition.kind === "all" ? " and " : " or ");
    }
  }

  #test(test: Test): string {
    const [key = "", other] = keysOfTest(test);
    if (other !== undefined) return this.#comparison(test);
    const { name, ranked } = columnIn(this.#columns, key);
    const ranges = rangesOf(test, ranked).map(({ from, to }) =>
      from === to ? `${name} = ${from}` : `${name} between ${from} and ${to}`,
    );
    return ranges.length === 0 ? "0" : ranges.join(" or ");
  }

  /** An empty date is unequal to every other, and neither before nor after it. */
  #comparison(test: Test): string {
    if (test.kind !== "compare") throw new Error("a comparison is expected");
    const [left, right] = [test.left, test.right].map((term) => columnIn(this.#compared, keyOfDate(term)).name);
    const isOrder = `${left} ${test.by} ${right}`;
    return test.by === "!="
      ? `${left} = 0 or ${right} = 0 or ${isOrder}`
      : `${left} > 0 and ${right} > 0 and ${isOrder}`;
  }
}

interface SqlColumn {
  readonly name: string;
  readonly ranked: RankedColumn;
}

function named(letter: string, columns: readonly RankedColumn[]): ReadonlyMap<string, SqlColumn> {
  return new Map(columns.map((ranked, index) => [ranked.key, { name: `${letter}${index}`, ranked }]));
}

function columnIn(columns: ReadonlyMap<string, SqlColumn>, key: string): SqlColumn {
  const column = columns.get(key);
  if (!column) throw new Error(`no column of ${key}`);
  return column;
}

function keyOfDate(term: Term): string {
  const isAsItIs = term.kind === "field" && term.months === 0 && term.days === 0;
  if (!isAsItIs || term.address.definition.type !== "day") throw new Error("a date as it is is expected");
  return term.address.key;
}

function bitsOf(value: unknown): readonly boolean[] {
  const mask = typeof value === "bigint" ? value : 0n;
  return Array.from({ length: MASK_BITS }, (_, bit) => ((mask >> BigInt(bit)) & 1n) === 1n);
}

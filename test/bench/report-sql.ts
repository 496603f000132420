import { DatabaseSync } from "node:sqlite";
import { predicateOf } from "#core/people/question/answer.ts";
import type { Condition } from "#core/people/question/question.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { PopulationPlan } from "#core/report/counting/counting-plan.ts";
import { fieldsOf } from "#core/report/population/condition-bits.ts";
import { isTest, keysOfTest, type Test } from "#core/report/population/field-tests.ts";
import type { Population } from "#core/report/population/population.ts";
import { REPORT_DAY } from "#test/builders/report.ts";

/** The best that SQL is given: whole numbers in the order of their texts, so that most tests are one comparison of numbers. */
interface Ranked {
  readonly column: string;
  /** Texts in their order. */
  readonly texts: readonly string[];
  readonly rankOf: readonly number[];
}

/** A bit of a whole number in SQLite for each condition, without its sign. */
const MASK_BITS = 62;

/** A population as one table in memory, and its conditions as SQL over it. */
export class ReportSql {
  readonly #database = new DatabaseSync(":memory:");
  readonly #ranked: ReadonlyMap<string, Ranked>;
  readonly #conditions: readonly string[];

  constructor(population: Population, set: CompiledSet) {
    const conditions = set.conditions[population.name].map(({ condition }) => condition);
    const keys = [...new Set(conditions.flatMap(fieldsOf))];
    this.#ranked = new Map(keys.map((key, index) => [key, ranked(population.column(key).values, `f${index}`)]));
    const columns = [...this.#ranked.values()].map(({ column }) => column);
    this.#database.exec(`create table r (${columns.map((column) => `${column} integer not null`).join(", ")}) strict`);
    const insert = this.#database.prepare(`insert into r values (${columns.map(() => "?").join(", ")})`);
    const codes = keys.map((key) => population.column(key).codes);
    const ranks = [...this.#ranked.values()].map(({ rankOf }) => rankOf);
    this.#database.exec("begin");
    for (let row = 0; row < population.size; row += 1)
      insert.run(...codes.map((each, index) => ranks[index]?.[each[row] ?? 0] ?? 0));
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

  /** The ranks for which the test holds, as ranges. */
  #test(test: Test): string {
    const [key = "", other] = keysOfTest(test);
    const field = this.#ranked.get(key);
    if (!field || other !== undefined) throw new Error("a test of one field is expected");
    const holds = predicateOf(test);
    const held = field.texts.map((text) => holds({ facts: { [key]: text }, day: REPORT_DAY }));
    const ranges: string[] = [];
    for (let from = 0; from < held.length; from += 1) {
      if (held[from] !== true) continue;
      let to = from;
      while (held[to + 1] === true) to += 1;
      ranges.push(from === to ? `${field.column} = ${from}` : `${field.column} between ${from} and ${to}`);
      from = to;
    }
    return ranges.length === 0 ? "0" : ranges.join(" or ");
  }
}

function ranked(values: readonly string[], column: string): Ranked {
  const texts = values.toSorted();
  const rank = new Map(texts.map((text, index) => [text, index]));
  return { column, texts, rankOf: values.map((text) => rank.get(text) ?? 0) };
}

function bitsOf(value: unknown): readonly boolean[] {
  const mask = typeof value === "bigint" ? value : 0n;
  return Array.from({ length: MASK_BITS }, (_, bit) => ((mask >> BigInt(bit)) & 1n) === 1n);
}

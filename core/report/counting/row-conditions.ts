import type { Day } from "#core/kernel/instant.ts";
import { predicateOf, type Predicate } from "#core/people/question/answer.ts";
import type { CompiledCondition } from "../compile/compiled-set.ts";
import { factsOfRow, fieldsOf } from "../population/condition-bits.ts";
import type { Population } from "../population/population.ts";

/** The conditions of a population asked of one row: by the predicates that made the bits, so both say the same (R5b). */
export class RowConditions {
  readonly #predicates: readonly Predicate[];
  readonly #keys: ReadonlySet<string>;
  readonly #day: Day;

  constructor(conditions: readonly CompiledCondition[], day: Day) {
    this.#predicates = conditions.map(({ condition }) => predicateOf(condition));
    this.#keys = new Set(conditions.flatMap(({ condition }) => fieldsOf(condition)));
    this.#day = day;
  }

  /** @returns for each condition whether it holds */
  ask(population: Population, row: number): readonly boolean[] {
    const subject = { facts: factsOfRow(population, this.#keys, row), day: this.#day };
    return this.#predicates.map((holds) => holds(subject));
  }
}

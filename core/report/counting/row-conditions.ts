import type { Day } from "#core/kernel/instant.ts";
import { predicateOf, type Predicate } from "#core/people/question/answer.ts";
import type { Condition } from "#core/people/question/question.ts";
import type { CompiledCondition } from "../compile/compiled-set.ts";
import { factsOfRow, fieldsOf } from "../population/condition-bits.ts";
import { isTest, textOfTest, type Test } from "../population/field-tests.ts";
import type { Population } from "../population/population.ts";

/** Whether a condition holds where these tests hold. */
type Joined = (answers: readonly boolean[]) => boolean;

/**
 * The conditions of a population asked of one row: each test once, by the predicate that made the bits, so that both say the
 * same (R5b).
 */
export class RowConditions {
  readonly #tests = new Map<string, number>();
  readonly #predicates: Predicate[] = [];
  readonly #conditions: readonly Joined[];
  readonly #keys: readonly string[];
  readonly #day: Day;

  constructor(conditions: readonly CompiledCondition[], day: Day) {
    this.#conditions = conditions.map(({ condition }) => this.#joined(condition));
    this.#keys = [...new Set(conditions.flatMap(({ condition }) => fieldsOf(condition)))];
    this.#day = day;
  }

  /** @returns for each condition whether it holds */
  ask(population: Population, row: number): readonly boolean[] {
    const subject = { facts: factsOfRow(population, this.#keys, row), day: this.#day };
    const answers = this.#predicates.map((holds) => holds(subject));
    return this.#conditions.map((condition) => condition(answers));
  }

  #joined(condition: Condition): Joined {
    if (isTest(condition)) return this.#answer(condition);
    switch (condition.kind) {
      case "always":
        return () => true;
      case "not": {
        const part = this.#joined(condition.part);
        return (answers) => !part(answers);
      }
      case "all": {
        const parts = condition.parts.map((part) => this.#joined(part));
        return (answers) => parts.every((part) => part(answers));
      }
      case "any": {
        const parts = condition.parts.map((part) => this.#joined(part));
        return (answers) => parts.some((part) => part(answers));
      }
    }
  }

  #answer(test: Test): Joined {
    const text = textOfTest(test);
    const index = this.#tests.get(text) ?? this.#predicates.push(predicateOf(test)) - 1;
    this.#tests.set(text, index);
    return (answers) => answers[index] === true;
  }
}

import { groupBy } from "#core/kernel/group-by.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { predicateOf, type Predicate } from "#core/people/question/answer.ts";
import type { Condition } from "#core/people/question/question.ts";
import type { CompiledCondition } from "../compile/compiled-set.ts";
import { factsOfRow, fieldsOf } from "../population/columns/condition-bits.ts";
import { isTest, textOfTest, type Test } from "../population/columns/field-tests.ts";
import type { Population } from "../population/population.ts";

/** By condition of a population: 1 where it holds for a row. Never written to once it was handed out. */
export type Held = Uint8Array<ArrayBuffer>;

/** A row as conditions see it. */
export interface RowLook {
  /** Of the fields that conditions look at. */
  readonly facts: Facts;
  readonly held: Held;
}

type Answers = (test: number) => boolean;
/** Whether a condition holds where these tests hold. */
type Joined = (answers: Answers) => boolean;

/**
 * The conditions of a population asked of one row: each test once, by the predicate that made the bits, so that both say the
 * same (R5b).
 */
export class RowConditions {
  readonly #tests = new Map<string, number>();
  readonly #predicates: Predicate[] = [];
  readonly #conditions: readonly Joined[];
  readonly #keys: readonly string[];
  /** By field: the conditions that look at it. */
  readonly #asking: ReadonlyMap<string, readonly number[]>;
  readonly #day: Day;

  constructor(conditions: readonly CompiledCondition[], day: Day) {
    this.#conditions = conditions.map(({ condition }) => this.#joined(condition));
    const asked = conditions.flatMap(({ condition }, index) => fieldsOf(condition).map((key) => ({ key, index })));
    const byKey = groupBy(asked, ({ key }) => key);
    this.#asking = new Map([...byKey].map(([key, all]) => [key, all.map(({ index }) => index)]));
    this.#keys = [...byKey.keys()];
    this.#day = day;
  }

  facts(population: Population, row: number): Facts {
    return factsOfRow(population, this.#keys, row);
  }

  /** @param before how the same row looked earlier: only what asks for another text by now is asked again */
  ask(facts: Facts, before?: RowLook): Held {
    const answers = this.#answers(facts);
    if (!before) return Uint8Array.from(this.#conditions, (holds) => (holds(answers) ? 1 : 0));
    const changed = this.#keys.filter((key) => facts[key] !== before.facts[key]);
    if (changed.length === 0) return before.held;
    const held = before.held.slice();
    for (const index of new Set(changed.flatMap((key) => this.#asking.get(key) ?? [])))
      held[index] = this.#conditions[index]?.(answers) === true ? 1 : 0;
    return held;
  }

  /** Each test is answered when it is first asked for. */
  #answers(facts: Facts): Answers {
    const subject = { facts, day: this.#day };
    const known: boolean[] = [];
    return (test) => (known[test] ??= this.#predicates[test]?.(subject) === true);
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
    return (answers) => answers(index);
  }
}

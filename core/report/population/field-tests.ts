import type { Day } from "#core/kernel/instant.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import type { Condition, Term } from "#core/people/question/question.ts";
import { plainAnswerKernel, TESTS_AT_ONCE, type AnswerKernel } from "../kernel/answer-kernel.ts";
import { wasmAnswerKernel } from "../kernel/wasm-answer-kernel.ts";
import { noBits, type BitSet } from "./bit-set.ts";
import type { Population } from "./population.ts";

/** A condition that is not made of others. */
export type Test = Exclude<Condition, { readonly kind: "always" | "all" | "any" | "not" }>;

export function isTest(condition: Condition): condition is Test {
  return "left" in condition;
}

/** The parts of a condition that are tests. */
export function testsOf(condition: Condition): readonly Test[] {
  if (isTest(condition)) return [condition];
  switch (condition.kind) {
    case "always":
      return [];
    case "not":
      return testsOf(condition.part);
    case "all":
    case "any":
      return condition.parts.flatMap(testsOf);
  }
}

/** The same for tests that ask the same. */
export function textOfTest(test: Test): string {
  return JSON.stringify(test, (_, value: unknown) => (value instanceof Set ? [...value] : value));
}

/** Keys of the fields that a test looks at. */
export function keysOfTest(test: Test): readonly string[] {
  const terms: readonly Term[] = test.kind === "compare" ? [test.left, test.right] : [test.left];
  return [...new Set(terms.flatMap((term) => (term.kind === "field" ? [term.address.key] : [])))];
}

export interface FieldAsked {
  readonly population: Population;
  readonly day: Day;
  /** That of the host when it is missing. */
  readonly kernel?: AnswerKernel;
}

/**
 * Bits of tests that all look at one field and no other: each is answered once per distinct text, by the very predicate that
 * questions and lists use (R5b), and then looked up row by row.
 */
export function fieldTestBits(
  key: string,
  tests: readonly Test[],
  { population, day, kernel: given }: FieldAsked,
): readonly BitSet[] {
  const { values, codes } = population.column(key);
  const kernel = given ?? wasmAnswerKernel(values.length) ?? plainAnswerKernel;
  const sets = tests.map(() => noBits(population.capacity));
  for (let from = 0; from < tests.length; from += TESTS_AT_ONCE) {
    const some = tests.slice(from, from + TESTS_AT_ONCE);
    kernel({ codes, answers: answersOf(some, { key, values, day }), sets: sets.slice(from, from + TESTS_AT_ONCE) });
  }
  return sets;
}

/** By text: bit n for test n. */
function answersOf(
  tests: readonly Test[],
  { key, values, day }: { readonly key: string; readonly values: readonly string[]; readonly day: Day },
): Uint8Array {
  const answers = new Uint8Array(values.length);
  const facts: Record<string, string> = {};
  tests.map(predicateOf).forEach((holds, test) => {
    for (let code = 0; code < values.length; code += 1) {
      facts[key] = values[code] ?? "";
      if (holds({ facts, day })) answers[code] = (answers[code] ?? 0) | (1 << test);
    }
  });
  return answers;
}

import type { Day } from "#core/kernel/instant.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import type { Condition, Term } from "#core/people/question/question.ts";
import { plainAnswerKernel, TESTS_AT_ONCE, type AnswerKernel } from "#core/report/kernel/answer-kernel.ts";
import { wasmAnswerKernel } from "#core/report/kernel/wasm-answer-kernel.ts";
import { allBits, noBits, type BitSet } from "./bit-set.ts";
import type { Population } from "../population.ts";

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
  const text =
    known.get(test) ?? JSON.stringify(test, (_, value: unknown) => (value instanceof Set ? [...value] : value));
  known.set(test, text);
  return text;
}

const known = new WeakMap<Test, string>();

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
  if (values.length === 1)
    return tests.map((test) => answerAll(test, { key, value: values[0] ?? "", population, day }));
  const kernel = given ?? wasmAnswerKernel(values.length) ?? plainAnswerKernel;
  const sets = tests.map(() => noBits(population.capacity));
  for (let from = 0; from < tests.length; from += TESTS_AT_ONCE) {
    const some = tests.slice(from, from + TESTS_AT_ONCE);
    kernel({ codes, answers: answersOf(some, { key, values, day }), sets: sets.slice(from, from + TESTS_AT_ONCE) });
  }
  return sets;
}

/** Nobody has anything there, as in half the fields that a form asks for: one answer for all, and no codes are looked at. */
function answerAll(
  test: Test,
  { key, value, population, day }: FieldAsked & { readonly key: string; readonly value: string },
): BitSet {
  const { size, capacity } = population;
  return predicateOf(test)({ facts: { [key]: value }, day }) ? allBits(size, capacity) : noBits(capacity);
}

/** By text: bit n for test n. */
function answersOf(
  tests: readonly Test[],
  { key, values, day }: { readonly key: string; readonly values: readonly string[]; readonly day: Day },
): Uint8Array {
  const answers = new Uint8Array(values.length);
  const predicates = tests.map(predicateOf);
  // Of a unit's field each unit has a text, and most of them have the same.
  const byText = new Map<string, number>();
  const facts: Record<string, string> = {};
  for (let code = 0; code < values.length; code += 1) {
    const text = values[code] ?? "";
    let answer = byText.get(text);
    if (answer === undefined) {
      facts[key] = text;
      answer = 0;
      for (const [test, holds] of predicates.entries()) if (holds({ facts, day })) answer |= 1 << test;
      byText.set(text, answer);
    }
    answers[code] = answer;
  }
  return answers;
}

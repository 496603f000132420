import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import type { Condition } from "#core/people/question/question.ts";
import { addBits, allBits, bothBits, eitherBits, keepBoth, noBits, otherBits, setBit, type BitSet } from "./bit-set.ts";
import { fieldTestBits, isTest, keysOfTest, testsOf, textOfTest, type Test } from "./field-tests.ts";
import type { Population } from "../population.ts";

/** Bits of tests that were asked before, by population and the test's text: conditions of a set share most of their parts. */
export type KnownTests = Map<string, BitSet>;

export interface Asked {
  readonly population: Population;
  readonly day: Day;
  readonly known: KnownTests;
}

/** The records for which a condition holds. The bits may be shared: never write to them. */
export function conditionBits(condition: Condition, asked: Asked): BitSet {
  if (isTest(condition)) return knownBits(condition, asked);
  const { size, capacity } = asked.population;
  switch (condition.kind) {
    case "always":
      return allBits(size, capacity);
    case "all":
      return joined(condition.parts, asked, { first: bothBits, further: keepBoth }) ?? allBits(size, capacity);
    case "any":
      return joined(condition.parts, asked, { first: eitherBits, further: addBits }) ?? noBits(capacity);
    case "not":
      return otherBits(conditionBits(condition.part, asked), size);
  }
}

interface Join {
  readonly first: (one: BitSet, other: BitSet) => BitSet;
  /** Into the first, which is nobody else's by then. */
  readonly further: (one: BitSet, other: BitSet) => void;
}

function joined(parts: readonly Condition[], asked: Asked, { first: join, further }: Join): BitSet | undefined {
  const [first, second, ...others] = parts.map((part) => conditionBits(part, asked));
  if (!first || !second) return first;
  const result = join(first, second);
  for (const other of others) further(result, other);
  return result;
}

/** Answers all tests that these conditions are made of, those of one field together: a fraction of the time of one by one. */
export function answerTests(conditions: readonly Condition[], asked: Asked): void {
  const byField = new Map<string, Map<string, Test>>();
  for (const test of conditions.flatMap(testsOf)) {
    const [field, other] = keysOfTest(test);
    if (field === undefined || other !== undefined) continue;
    const tests = byField.get(field) ?? new Map<string, Test>();
    byField.set(field, tests.set(testKey(test, asked), test));
  }
  for (const [field, tests] of byField) {
    const sets = fieldTestBits(field, [...tests.values()], asked);
    [...tests.keys()].forEach((key, index) => {
      const set = sets[index];
      if (set) asked.known.set(key, set);
    });
  }
}

function knownBits(test: Test, asked: Asked): BitSet {
  const key = testKey(test, asked);
  const known = asked.known.get(key) ?? testBits(test, asked);
  asked.known.set(key, known);
  return known;
}

function testKey(test: Test, { population }: Asked): string {
  return `${population.name} ${textOfTest(test)}`;
}

function testBits(test: Test, asked: Asked): BitSet {
  const { population, day } = asked;
  const keys = keysOfTest(test);
  const [key, other] = keys;
  if (key === undefined) {
    const { size, capacity } = population;
    return predicateOf(test)({ facts: {}, day }) ? allBits(size, capacity) : noBits(capacity);
  }
  const [bits] = other === undefined ? fieldTestBits(key, [test], asked) : [];
  return bits ?? rowByRow(test, keys, asked);
}

/** Fields against each other: each row by itself, rows of the same texts once. */
function rowByRow(test: Test, keys: readonly string[], { population, day }: Asked): BitSet {
  const holds = predicateOf(test);
  const bits = noBits(population.capacity);
  const columns = keys.map((key) => population.column(key));
  const known = new Map<number, boolean>();
  for (let row = 0; row < population.size; row += 1) {
    let texts = 0;
    for (const { codes, values } of columns) texts = texts * values.length + (codes[row] ?? 0);
    let answer = known.get(texts);
    if (answer === undefined) {
      answer = holds({ facts: factsOfRow(population, keys, row), day });
      known.set(texts, answer);
    }
    if (answer) setBit(bits, row, true);
  }
  return bits;
}

/** Keys of all fields that a condition looks at, for what a list shows and a population keeps. */
export function fieldsOf(condition: Condition): readonly string[] {
  return [...new Set(testsOf(condition).flatMap(keysOfTest))];
}

/** The facts of one row, of the fields a population keeps. */
export function factsOfRow(population: Population, keys: Iterable<string>, row: number): Facts {
  const facts: Record<string, string> = {};
  for (const key of keys) {
    const value = population.text(key, row);
    if (value !== "") facts[key] = value;
  }
  return facts;
}

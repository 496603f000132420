import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import type { Condition, Term } from "#core/people/question/question.ts";
import { allBits, bothBits, eitherBits, noBits, otherBits, type BitSet } from "./bit-set.ts";
import type { Population } from "./population.ts";

/** Bits of tests that were asked before, by population and the test's text: conditions of a set share most of their parts. */
export type KnownTests = Map<string, BitSet>;

export interface Asked {
  readonly population: Population;
  readonly day: Day;
  readonly known: KnownTests;
}

/**
 * The records for which a condition holds. A test of one field is answered once per distinct text of that field, by the very
 * predicate that questions and lists use (R5b), and then looked up row by row. The bits may be shared: never write to them.
 */
export function conditionBits(condition: Condition, asked: Asked): BitSet {
  const { size } = asked.population;
  switch (condition.kind) {
    case "always":
      return allBits(size);
    case "all":
      return condition.parts.map((part) => conditionBits(part, asked)).reduce(bothBits, allBits(size));
    case "any":
      return condition.parts.map((part) => conditionBits(part, asked)).reduce(eitherBits, noBits(size));
    case "not":
      return otherBits(conditionBits(condition.part, asked), size);
    case "compare":
    case "among":
    case "contains":
    case "empty":
      return knownBits(condition, asked);
  }
}

type Test = Exclude<Condition, { readonly kind: "always" | "all" | "any" | "not" }>;

function knownBits(test: Test, asked: Asked): BitSet {
  const text = JSON.stringify(test, (_, value: unknown) => (value instanceof Set ? [...value] : value));
  const key = `${asked.population.name} ${text}`;
  const known = asked.known.get(key) ?? testBits(test, asked);
  asked.known.set(key, known);
  return known;
}

function testBits(test: Test, asked: Asked): BitSet {
  const { population, day } = asked;
  const keys = keysOf(test);
  const [key, other] = keys;
  if (key === undefined)
    return predicateOf(test)({ facts: {}, day }) ? allBits(population.size) : noBits(population.size);
  return other === undefined ? lookedUp(test, key, asked) : rowByRow(test, keys, asked);
}

function lookedUp(test: Test, key: string, { population, day }: Asked): BitSet {
  const holds = predicateOf(test);
  const { values, codes } = population.column(key);
  const held = Uint8Array.from(values, (value) => (holds({ facts: { [key]: value }, day }) ? 1 : 0));
  const bits = noBits(population.size);
  for (let row = 0, at = 0; row < codes.length; at += 1) {
    const end = Math.min(row + 32, codes.length);
    let word = 0;
    for (let bit = 0; row < end; row += 1, bit += 1) word |= (held[codes[row] ?? 0] ?? 0) << bit;
    bits[at] = word;
  }
  return bits;
}

/** Two fields against each other: each row by itself. */
function rowByRow(test: Test, keys: readonly string[], { population, day }: Asked): BitSet {
  const holds = predicateOf(test);
  const columns = keys.map((key) => [key, population.column(key)] as const);
  const bits = noBits(population.size);
  for (let row = 0; row < population.size; row += 1) {
    const facts: Record<string, string> = {};
    for (const [key, { values, codes }] of columns) facts[key] = values[codes[row] ?? 0] ?? "";
    if (holds({ facts, day })) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  return bits;
}

function keysOf(test: Test): readonly string[] {
  const terms: readonly Term[] = test.kind === "compare" ? [test.left, test.right] : [test.left];
  return [...new Set(terms.flatMap((term) => (term.kind === "field" ? [term.address.key] : [])))];
}

/** Keys of all fields that a condition looks at, for what a list shows and a population keeps. */
export function fieldsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "always":
      return [];
    case "all":
    case "any":
      return [...new Set(condition.parts.flatMap(fieldsOf))];
    case "not":
      return fieldsOf(condition.part);
    case "compare":
    case "among":
    case "contains":
    case "empty":
      return keysOf(condition);
  }
}

/** The facts of one row, of the fields a population keeps. */
export function factsOfRow(population: Population, keys: Iterable<string>, row: number): Facts {
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const { values, codes } = population.column(key);
      const value = values[codes[row] ?? 0] ?? "";
      return value === "" ? [] : [[key, value] as const];
    }),
  );
}

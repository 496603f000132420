import type { Facts } from "#core/people/person/facts.ts";
import type { Condition } from "#core/people/question/question.ts";
import type { CountedCell } from "../compile/compiled-set.ts";
import { hasBit } from "../population/columns/bit-set.ts";
import { factsOfRow, fieldsOf } from "../population/columns/condition-bits.ts";
import { scopeBits } from "../counting/scope-bits.ts";
import { firstFailing } from "./first-failing.ts";
import { listCounted, type CountedRow, type Tracing } from "./list-counted.ts";

/** Why a record that one cell counts is not counted in the other (R5a). */
export type WhyNot =
  | { readonly kind: "condition"; readonly failing: Condition; readonly facts: Facts }
  /** The other cell counts something else, of which the record has none. */
  | { readonly kind: "not-among" }
  | { readonly kind: "other-unit" }
  /** The other cell's formula counts it once and takes it off again. */
  | { readonly kind: "balanced" };

/** A counted cell, with its sign in the formula of the cell that is asked about. */
export interface ContrastTerm {
  /** "2!C4". */
  readonly cell: string;
  readonly counted: CountedCell;
  readonly sign: 1 | -1;
}

export interface MissingRow extends CountedRow {
  readonly why: WhyNot;
  /** What counts it, with the sign that it has in the cell after plus and minus. */
  readonly term: ContrastTerm;
  /** Where the reason was looked for. */
  readonly against: CountedCell["population"];
}

export interface Contrast {
  /** In the first and not in the second, and the other way round. */
  readonly onlyFirst: Missing;
  readonly onlySecond: Missing;
  readonly both: number;
}

export interface Missing {
  readonly rows: readonly MissingRow[];
  /** Missing and not listed: more than were asked for. */
  readonly left: number;
}

export interface ContrastTracing extends Omit<Tracing, "most"> {
  readonly units: ReadonlySet<string>;
  /** Lists that many of each side at most: nobody waits for the reasons of the others. */
  readonly most: number;
}

/**
 * Two cells' records against each other, each cell as the counted cells it comes to: who counts for something after plus and minus
 * stands in it. A record that counts twice in one cell is one record here.
 */
export function contrast(
  first: readonly ContrastTerm[],
  second: readonly ContrastTerm[],
  { most, ...tracing }: ContrastTracing,
): Contrast {
  const [a, b] = [byRecord(first, tracing), byRecord(second, tracing)];
  const missing = (from: Records, other: Records, terms: readonly ContrastTerm[]): Missing => {
    const found = [...from.keys()].filter((record) => stands(from, record) && !stands(other, record));
    const whyNot = whyNotInAny(terms, tracing);
    const against = terms[0]?.counted.population ?? "people";
    const rows = found.slice(0, most).flatMap((record): readonly MissingRow[] => {
      const counted = countedAs(from.get(record) ?? NEVER);
      const why = other.has(record) ? ({ why: { kind: "balanced" }, against } as const) : whyNot(record);
      return counted ? [{ ...counted.row, term: counted.term, ...why }] : [];
    });
    return { rows, left: found.length - rows.length };
  };
  const onlyFirst = missing(a, b, second);
  const standing = [...a.keys()].filter((record) => stands(a, record)).length;
  return { onlyFirst, onlySecond: missing(b, a, first), both: standing - onlyFirst.rows.length - onlyFirst.left };
}

interface Counted {
  readonly row: CountedRow;
  readonly term: ContrastTerm;
}

/** After plus and minus: how often it stands in the cell, and the first that adds it and the first that takes it off. */
interface Times {
  readonly times: number;
  readonly added: Counted | null;
  readonly taken: Counted | null;
}

type Records = ReadonlyMap<string, Times>;

const NEVER: Times = { times: 0, added: null, taken: null };

function byRecord(terms: readonly ContrastTerm[], tracing: Tracing): Records {
  const found = new Map<string, Times>();
  for (const term of terms) {
    for (const row of listCounted(term.counted, tracing).rows) {
      const { times, added, taken } = found.get(row.record) ?? NEVER;
      const side = term.sign === 1 ? { added: added ?? { row, term } } : { taken: taken ?? { row, term } };
      found.set(row.record, { added, taken, ...side, times: times + term.sign });
    }
  }
  return found;
}

function stands(records: Records, record: string): boolean {
  return (records.get(record) ?? NEVER).times !== 0;
}

/** What its sign in the cell comes from; null where plus and minus are even. */
function countedAs({ times, added, taken }: Times): Counted | null {
  if (times === 0) return null;
  return times > 0 ? added : taken;
}

/** Of several cells that could have counted it, the one that says most about it: a condition rather than that there is nothing. */
function whyNotInAny(
  terms: readonly ContrastTerm[],
  tracing: Tracing & { readonly units: ReadonlySet<string> },
): (record: string) => Pick<MissingRow, "why" | "against"> {
  const adding = terms.filter(({ sign }) => sign === 1);
  const asked = (adding.length > 0 ? adding : terms).map(({ counted }) => ({
    against: counted.population,
    whyNot: whyNotIn(counted, tracing),
  }));
  return (record) => {
    const said = asked.map(({ against, whyNot }) => ({ against, why: whyNot(record) }));
    const best = TELLING.flatMap((kind) => said.find(({ why }) => why.kind === kind) ?? [])[0];
    return best ?? { against: "people", why: { kind: "not-among" } };
  };
}

const TELLING: readonly WhyNot["kind"][] = ["condition", "other-unit", "not-among"];

function whyNotIn(
  { population: name, conditions }: CountedCell,
  { compiled, cache, units }: Tracing & { readonly units: ReadonlySet<string> },
): (record: string) => WhyNot {
  const population = cache.populations[name];
  const scope = scopeBits(population, units);
  const asked = conditions.flatMap((index) => compiled.conditions[name][index]?.condition ?? []);
  const keys = new Set(asked.flatMap(fieldsOf));
  return (record) => {
    const row = population.rowsOf(record).at(-1);
    if (row === undefined) return { kind: "not-among" };
    if (!hasBit(scope, row)) return { kind: "other-unit" };
    const facts = factsOfRow(population, keys, row);
    for (const condition of asked) {
      const failing = firstFailing(condition, facts, cache.day);
      if (failing) return { kind: "condition", failing, facts };
    }
    throw new Error(`${record} is counted and is not`);
  };
}

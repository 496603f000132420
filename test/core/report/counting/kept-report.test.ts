import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import type { Person } from "#core/people/person/person.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { KeptReport } from "#core/report/counting/kept-report.ts";
import { ScopeCounter, tabulate } from "#core/report/counting/tabulate.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { NO_ROWS, type PopulationsOptions, type UnitFacts } from "#core/report/population/build-populations.ts";
import { personRows } from "#core/report/population/person-rows.ts";
import { decodePopulations, encodePopulations } from "#core/report/population/saved/populations-blob.ts";
import { listCounted } from "#core/report/tracing/list-counted.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";
import { aBelonging } from "#test/builders/person.ts";
import { compiled, REPORT_DAY, REPORT_PERIOD, somePopulations } from "#test/builders/report.ts";
import { REPORT_UNITS, reportMembers } from "#test/builders/report-members.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok);
const SET = compiled(read.value);

const IDS = REPORT_UNITS.map(({ id }) => id);
const OPTIONS: PopulationsOptions = {
  period: REPORT_PERIOD,
  lists: listFieldsOf(shippedCatalogue.person),
  probationMonths: 12,
  moreOf: () => ({}),
  withWholeUnit: () => false,
  units: REPORT_UNITS,
  shown: ["name"],
};

/** One thing that happens to the records: somebody is written anew or added, moved within the year, or is gone. */
const step = fc.record({
  who: fc.nat({ max: 99 }),
  what: fc.constantFrom("write", "write", "move", "remove"),
  like: fc.nat(),
  to: fc.constantFrom(...IDS),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function happened({ who, what, like, to }: Step, people: readonly Person[]): readonly [string, Person | null] {
  const id = `per_${who}`;
  const person = people[like % people.length];
  if (what === "remove" || !person) return [id, null];
  if (what === "write") return [id, { ...person, id: id as Person["id"] }];
  const from = person.belongings[0]?.unitId ?? "u0";
  const belongings = [
    aBelonging({ id: "pos_1", unit: from, from: "2020-01-01", until: "2025-06-01" }),
    aBelonging({ id: "pos_2", unit: to, from: "2025-06-01" }),
  ];
  return [id, { ...person, id: id as Person["id"], belongings }];
}

function fromScratch(people: ReadonlyMap<string, Person>, units: readonly UnitFacts[] = REPORT_UNITS): ConditionCache {
  return new ConditionCache(SET, somePopulations(SET, [...people.values()], { ...OPTIONS, units }), REPORT_DAY);
}

function apply(kept: KeptReport, people: Map<string, Person>, [id, person]: readonly [string, Person | null]): void {
  if (person) people.set(id, person);
  else people.delete(id);
  kept.replaceRecord(id, person ? personRows(person, OPTIONS) : { ...NO_ROWS });
}

describe("a report that is kept", () => {
  it("R2 has after any changes of records the numbers that a new one counts, for scopes known before and new ones", () => {
    const scopes = fc.array(fc.subarray(IDS), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(reportMembers, fc.array(step, { maxLength: 40 }), scopes, (drawn, steps, parts) => {
        const people = new Map(drawn.map((person) => [String(person.id), person]));
        const kept = new KeptReport(SET, somePopulations(SET, drawn, OPTIONS), REPORT_DAY);
        const known = [new Set(IDS), ...parts.slice(1).map((ids) => new Set(ids))];
        for (const units of known) kept.values(units);
        for (const each of steps) apply(kept, people, happened(each, drawn));
        const scratch = fromScratch(people);
        for (const units of [...known, new Set(parts[0])]) {
          assert.deepEqual(sorted(kept.values(units)), sorted(tabulate(SET, scratch, units)));
        }
      }),
      { numRuns: 8 },
    );
  });

  it("R5b lists as many records as each number says, and the same ones as a new one", () => {
    fc.assert(
      fc.property(reportMembers, fc.array(step, { maxLength: 20 }), (drawn, steps) => {
        const people = new Map(drawn.map((person) => [String(person.id), person]));
        const kept = new KeptReport(SET, somePopulations(SET, drawn, OPTIONS), REPORT_DAY);
        const units = new Set(IDS);
        kept.values(units);
        for (const each of steps) apply(kept, people, happened(each, drawn));
        const scratch = fromScratch(people);
        const values = kept.values(units);
        const listed = (cache: ConditionCache) => {
          const tracing = { compiled: SET, cache, counter: new ScopeCounter(cache, units), shown: ["name"] };
          return SET.tables.flatMap(({ definition, cells }) =>
            cells.flatMap(({ cell, counted }) =>
              counted && counted.sumOf === null
                ? [{ key: `${definition.no}!${cell}`, rows: listCounted(counted, tracing).rows.toSorted(byRecord) }]
                : [],
            ),
          );
        };
        const lists = listed(kept.cache);
        for (const { key, rows } of lists) assert.equal(values.get(key), rows.length, key);
        assert.deepEqual(lists, listed(scratch));
      }),
      { numRuns: 4 },
    );
  });

  it("R12 is as it was when the rows that a record had are put back", () => {
    fc.assert(
      fc.property(reportMembers, step, (drawn, one) => {
        const kept = new KeptReport(SET, somePopulations(SET, drawn, OPTIONS), REPORT_DAY);
        const units = new Set(IDS);
        const before = kept.values(units);
        const copy = sorted(before);
        const [id, person] = happened(one, drawn);
        const rows = kept.rowsOf(id);
        kept.replaceRecord(id, person ? personRows(person, OPTIONS) : NO_ROWS);
        assert.deepEqual(sorted(before), copy);
        kept.replaceRecord(id, rows);
        assert.deepEqual(sorted(kept.values(units)), copy);
        assert.deepEqual(kept.rowsOf(id), rows);
      }),
      { numRuns: 5 },
    );
  });

  it("R2 counts anew what asks for units after these have changed, came or went", () => {
    const factsOf = fc.record({ nature: fc.constantFrom("11", "20", "30", "41"), staff: fc.constantFrom("7", "12.5") });
    fc.assert(
      fc.property(reportMembers, fc.subarray(IDS), factsOf, (drawn, some, facts) => {
        const people = new Map(drawn.map((person) => [String(person.id), person]));
        const kept = new KeptReport(SET, somePopulations(SET, drawn, OPTIONS), REPORT_DAY);
        const all = new Set([...IDS, "new"]);
        kept.values(all);
        const units = [
          ...REPORT_UNITS.filter(({ id }) => id !== some[0]).map((unit) =>
            some.includes(unit.id) ? { ...unit, facts: { ...unit.facts, ...facts } } : unit,
          ),
          { id: "new", facts },
        ];
        kept.replaceUnits(units);
        assert.deepEqual(sorted(kept.values(all)), sorted(tabulate(SET, fromScratch(people, units), all)));
      }),
      { numRuns: 5 },
    );
  });

  it("R8 R2 goes on from bytes as from the records", () => {
    fc.assert(
      fc.property(reportMembers, fc.array(step, { maxLength: 10 }), (drawn, steps) => {
        const people = new Map(drawn.map((person) => [String(person.id), person]));
        const head = { definition: "", change: 1, day: REPORT_DAY };
        const bytes = decodePopulations(encodePopulations(somePopulations(SET, drawn, OPTIONS), head));
        assert.ok(bytes.ok);
        const kept = new KeptReport(SET, bytes.value.populations, REPORT_DAY);
        const units = new Set(IDS);
        kept.values(units);
        for (const each of steps) apply(kept, people, happened(each, drawn));
        assert.deepEqual(sorted(kept.values(units)), sorted(tabulate(SET, fromScratch(people), units)));
      }),
      { numRuns: 4 },
    );
  });

  it("R2 makes room for more people than there was room for", () => {
    const [drawn = []] = fc.sample(reportMembers, { numRuns: 1, seed: 3 });
    const people = new Map(drawn.map((person) => [String(person.id), person]));
    const kept = new KeptReport(SET, somePopulations(SET, drawn, OPTIONS), REPORT_DAY);
    const units = new Set(IDS);
    kept.values(units);
    for (let who = 100; who < 1200; who += 1)
      apply(kept, people, happened({ who, what: "write", like: who, to: "u0" }, drawn));
    assert.deepEqual(sorted(kept.values(units)), sorted(tabulate(SET, fromScratch(people), units)));
    const part = new Set(IDS.slice(0, 4));
    assert.deepEqual(sorted(kept.values(part)), sorted(tabulate(SET, fromScratch(people), part)));
  });
});

function sorted(values: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function byRecord(a: { readonly record: string; readonly facts: object }, b: typeof a): number {
  const [one, other] = [a, b].map((row) => `${row.record} ${JSON.stringify(row.facts)}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}

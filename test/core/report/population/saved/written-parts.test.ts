import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Person } from "#core/people/person/person.ts";
import {
  addPerson,
  emptyPopulations,
  keysByPopulation,
  type WrittenPopulations,
} from "#core/report/population/build-populations.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import { appendParts, buffersOf, partsOf, type WrittenParts } from "#core/report/population/saved/written-parts.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";
import { compiled, REPORT_PERIOD, somePopulations } from "#test/builders/report.ts";
import { REPORT_UNITS, reportMembers } from "#test/builders/report-members.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
assert.ok(read.ok);
const SET = compiled(read.value);
const SHOWN = ["name"];
const KEYS = keysByPopulation(SET, SHOWN);
const ROWS = {
  period: REPORT_PERIOD,
  lists: listFieldsOf(shippedCatalogue.person),
  probationMonths: 12,
  moreOf: () => ({}),
  withWholeUnit: () => false,
};

/** As a thread writes them and hands them over. */
function elsewhere(people: readonly Person[]): WrittenParts {
  const written = emptyPopulations(KEYS, []);
  for (const person of people) addPerson(written, person, ROWS);
  const parts = partsOf(written);
  return structuredClone(parts, { transfer: [...buffersOf(parts)] });
}

function append(joined: WrittenPopulations, people: readonly Person[]): void {
  const steps = [...appendParts(joined, elsewhere(people))];
  assert.ok(people.length === 0 || steps.length > 1);
}

function rowsOf(written: WrittenPopulations): unknown {
  return Object.entries(written).map(([name, population]) => [
    name,
    population.keys,
    Array.from({ length: population.size }, (_, row) => population.at(row)),
  ]);
}

describe("populations written in parts", () => {
  it("R2 R5b R10 are row by row those that are written in one, however many parts there are", () => {
    fc.assert(
      fc.property(reportMembers, fc.array(fc.nat({ max: 40 }), { maxLength: 4 }), (people, cuts) => {
        const borders = [0, ...cuts.toSorted((a, b) => a - b), people.length];
        const joined = emptyPopulations(KEYS, REPORT_UNITS);
        borders.slice(1).forEach((end, index) => {
          append(joined, people.slice(borders[index], end));
        });
        const whole = somePopulations(SET, people.slice(0, Math.max(...borders)), {
          units: REPORT_UNITS,
          shown: SHOWN,
        });
        assert.deepEqual(rowsOf(joined), rowsOf(whole));
      }),
      { numRuns: 12 },
    );
  });

  it("R10 keep every text when a column becomes wider, and take further rows", () => {
    const [drawn = []] = fc.sample(reportMembers, { numRuns: 1, seed: 7 });
    const people = Array.from({ length: 700 }, (_, index): Person => {
      const like = drawn[index % drawn.length];
      assert.ok(like);
      return { ...like, id: `per_${index}` as Person["id"], facts: { ...like.facts, name: `name ${index}` } };
    });
    const joined = emptyPopulations(KEYS, REPORT_UNITS);
    for (const part of [people.slice(0, 200), people.slice(200, 650)]) append(joined, part);
    for (const person of people.slice(650)) addPerson(joined, person, ROWS);
    const whole = somePopulations(SET, people, { units: REPORT_UNITS, shown: SHOWN });
    assert.deepEqual(rowsOf(joined), rowsOf(whole));
    for (const name of Object.keys(whole) as PopulationName[])
      for (const { record } of [whole[name].at(0)])
        assert.deepEqual(joined[name].rowsOf(record), whole[name].rowsOf(record));
  });
});

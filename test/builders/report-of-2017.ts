import { join } from "node:path";
import type { Facts, Lists } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import type { PopulationsOptions, UnitFacts } from "#core/report/population/build-populations.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadSetTexts } from "#service/shipped/shipped-report.ts";
import { aBelonging, aPerson } from "./person.ts";
import { compiled, REPORT_DAY, somePopulations } from "./report.ts";

const read = readSet(await loadSetTexts(join(SHIPPED, "annual-report", "2017")));
if (!read.ok) throw new Error(JSON.stringify(read.refusal));
const FORM_2017 = compiled(read.value);

export interface Given {
  readonly id?: string;
  readonly lists?: Lists;
  readonly unit?: string;
  readonly kind?: "member" | "applicant";
  readonly from?: string;
  readonly until?: string;
}

/** A full member since 2016 with a post, in unit "u1" all the time; a test names only what matters to it. */
export function aMember(facts: Facts = {}, given: Given = {}): Person {
  const { id = "per_1", lists = {}, unit = "u1", kind = "member", from = "2015-06-01", until } = given;
  const known = { joinedOn: "2015-06-01", convertedOn: "2016-06-01", ...POST, education: "21", ...facts };
  const person = aPerson({ id, facts: known, lists });
  const filled = Object.fromEntries(Object.entries(person.facts).filter(([, value]) => value !== ""));
  return {
    ...person,
    facts: filled,
    belongings: [aBelonging({ unit, kind, from, ...(until === undefined ? {} : { until }) })],
  };
}

const POST: Facts = { occupation: "13", occupationFrom: "2016-01-01" };

/** Complete values of the 2017 form at the end of 2025 for these people and units, all of them together. */
export function valuesOf2017(
  people: readonly Person[],
  units: readonly UnitFacts[] = [{ id: "u1", facts: {} }],
  given: Partial<PopulationsOptions> = {},
): (cell: string) => number | undefined {
  const populations = somePopulations(FORM_2017, people, { units, ...given });
  const cache = new ConditionCache(FORM_2017, populations, REPORT_DAY);
  const generated = tabulate(FORM_2017, cache, new Set(units.map(({ id }) => id)));
  const values = completeValues(FORM_2017, { generated, entered: new Map(), lastYear: () => null });
  return (cell) => values.get(cell);
}

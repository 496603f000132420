import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import type { Facts, Lists } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import {
  buildPopulations,
  type PopulationsOptions,
  type UnitFacts,
  type WrittenPopulations,
} from "#core/report/population/build-populations.ts";
import { personRows } from "#core/report/population/person-rows.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { NATIONAL_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom, type SeededRandom } from "#service/demo/seeded-random.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";
import { aBelonging, aPerson } from "#test/builders/person.ts";
import { REPORT_DAY, REPORT_PERIOD } from "#test/builders/report.ts";
import { REPORT_UNITS } from "#test/builders/report-members.ts";

const PEOPLE_PER_UNIT = 50;
/** So many are drawn by the published shares; a larger population has each of them several times, in other units. */
const MOST_DRAWN = 20_000;
const STAGES: readonly Stage[] = ["applicant", "activist", "candidate", "probationary"];

/** The units of so many people: of every nature, a branch for each 50. */
export function reportUnits(people: number): readonly UnitFacts[] {
  return Array.from({ length: Math.ceil(people / PEOPLE_PER_UNIT) }, (_, index) => ({
    id: `unit_${index}`,
    facts: REPORT_UNITS[index % REPORT_UNITS.length]?.facts ?? {},
  }));
}

export function reportOptions(people: number): PopulationsOptions {
  return {
    period: REPORT_PERIOD,
    lists: listFieldsOf(shippedCatalogue.person),
    probationMonths: 12,
    moreOf: () => ({ paidUntil: "2025-12" }),
    withWholeUnit: () => false,
    units: reportUnits(people),
    shown: ["name", "sex", "ethnic", "age"],
  };
}

/** People whose sex, age, education and work follow the published shares, as columns of what the set asks for. */
export function reportPopulations(compiled: CompiledSet, people: number): WrittenPopulations {
  const options = reportOptions(people);
  const written = buildPopulations(compiled, [], options);
  const random = seededRandom(people);
  const drawn = Array.from({ length: Math.min(people, MOST_DRAWN) }, (_, serial) =>
    Object.entries(personRows(reportPerson(random, serial), options)),
  );
  for (let serial = 0; serial < people; serial += 1) {
    const unitId = `unit_${random.between(0, options.units.length - 1)}`;
    for (const [name, rows] of drawn[serial % drawn.length] ?? [])
      for (const row of rows) written[name as PopulationName].add({ ...row, record: `per_${serial}`, unitId });
  }
  return written;
}

const SURNAMES = Array.from("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华");
const GIVEN = Array.from("建国文军志明海燕晓红玉兰春梅永强丽华");

/** One of whom a year has something to tell: some came, some went, some were praised or punished. */
export function reportPerson(random: SeededRandom, serial: number): Person {
  const stage = random.chance(0.93) ? "full" : random.pick(STAGES);
  const facts = drawRecord(random, {
    ...{ name: `${random.pick(SURNAMES)}${random.pick(GIVEN)}${random.pick(GIVEN)}`, mobile: null, stage, serial },
    ...{ setting: "national", shares: NATIONAL_SHARES, today: REPORT_DAY },
  });
  const from = random.chance(0.03) ? "2025-04-01" : (facts["joinedOn"] ?? facts["appliedOn"] ?? "2020-01-01");
  const left = random.chance(0.01) ? LEFT : null;
  const person = aPerson({ id: `per_${serial}`, stage, lists: { ...listsOf(random), ...left?.lists } });
  const belonging = aBelonging({ unit: "unit_0", kind: KINDS[stage], from, ...(left && { until: left.until }) });
  return { ...person, facts: { ...facts, ...yearOf(random), ...left?.facts }, belongings: [belonging] };
}

const KINDS = {
  applicant: "applicant",
  activist: "applicant",
  candidate: "applicant",
  probationary: "member",
  full: "member",
} as const;
const LEFT = {
  until: "2025-10-08",
  facts: { leftOn: "2025-10-08", leftKind: "11", leaveGround: "12" },
  lists: { leavings: [{ on: "2025-10-08", kind: "11", ground: "12" }] },
} as const;

function yearOf(random: SeededRandom): Facts {
  return {
    "appraisal.2025": random.pick(["1", "2", "2", "2", "3", "4"]),
    "appraisalFinished.2025": random.chance(0.9) ? "1" : "0",
    ...(random.chance(0.06) ? { floating: "1", floatingReach: random.pick(["1", "2", "3"]) } : {}),
    ...(random.chance(0.01) ? { lost: "1", lostSince: "2024-12-31", lostWhy: "3" } : {}),
  };
}

function listsOf(random: SeededRandom): Lists {
  return {
    ...(random.chance(0.01) ? { awards: [{ on: "2025-07-01", name: "1", level: "3" }] } : {}),
    ...(random.chance(0.003) ? { penalties: [{ on: "2025-04-01", kind: "3", ground: "12" }] } : {}),
  };
}

import fc from "fast-check";
import type { Facts, Lists } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { UnitFacts } from "#core/report/population/build-populations.ts";
import { aBelonging, aPerson } from "./person.ts";

/** A unit of every nature; the code is in its id. Institutions, societies and offices have a kind beside. */
const NATURES: readonly (readonly [nature: string, more: Facts])[] = [
  ...["11", "12", "13", "14", "15", "90"].map((nature) => [nature, {}] as const),
  ...["1", "2", "3"].map((officeKind) => ["20", { officeKind, affiliation: "4" }] as const),
  ...["03", "07", "99"].map((institutionKind) => ["30", { institutionKind }] as const),
  ...["111", "114"].map((ownership) => ["41", { ownership, centralEnterprise: "0", enterpriseSize: "2" }] as const),
  ["42", { ownership: "121", centralEnterprise: "0", enterpriseSize: "3" }],
  ...["211", "214", "222", "231"].map((ownership) => ["43", { ownership }] as const),
  ...["1", "3", "4"].map((socialKind) => ["50", { socialKind }] as const),
];
const KINDS = ["committee", "general-branch", "branch"];

export const REPORT_UNITS: readonly UnitFacts[] = NATURES.map(([nature, more], index) => ({
  id: `u${index}`,
  facts: {
    ...{ nature, kind: KINDS[index % 3] ?? "branch", unitRelation: "1", foundedOn: "2001-06-01", ...more },
    ...{ staff: String(40 + index * 10), electedOn: index % 2 ? "2025-05-01" : "2021-05-01" },
    ...{ electionDue: index % 2 ? "2028-05-01" : "2024-05-01", branchForm: "1" },
  },
}));

const OCCUPATIONS = "11 12 13 14 15 16 21 22 23 24 25 30 40 50 61 62 71 72 73 90".split(" ");
/** Among them days on both sides of every band's border, and months only. */
const JOINED =
  "1937-07-06 1937-07-07 1937-07 1945-09-02 1945-09-03 1949-09 1949-10-01 1966-04-30 1966-05 1976-10-31 1978-12-01 1979-01 2002-10-31 2002-11-01 2012-10 2012-11-01 2020-06-01".split(
    " ",
  );
const GROUNDS = "11 12 13 14 15 16 17 21 22 23 24 25 26 90".split(" ");

const drawn = fc.record({
  sex: fc.constantFrom("1", "2"),
  ethnic: fc.constantFrom("01", "11"),
  born: fc.integer({ min: 1930, max: 2006 }),
  education: fc.constantFrom("11", "14", "21", "28", "31", "41", "44", "61", "71", "81"),
  occupation: fc.constantFrom(...OCCUPATIONS),
  level: fc.constantFrom("1", "2", "3", "4", "5", "6"),
  year: fc.constantFrom("1", "2", "3"),
  frontline: fc.constantFrom("0", "1", "2", "3", "4", "5"),
  titleLevel: fc.constantFrom("0", "1", "3", "4"),
  newStratum: fc.constantFrom("0", "11", "12", "20", "31", "32", "41", "42", "50", "60"),
  yes: fc.boolean(),
  joined: fc.constantFrom(...JOINED),
  joinKind: fc.constantFrom("1", "2", "3"),
  result: fc.constantFrom("", "1", "2", "3", "4", "5"),
  came: fc.constantFrom("before", "before", "admitted", "in"),
  went: fc.constantFrom("", "", "", "11", "13", "15", "18", "20", "30", "41", "cancelled"),
  stage: fc.constantFrom("member", "member", "member", "applicant", "activist", "candidate"),
  ground: fc.constantFrom(...GROUNDS),
  penalty: fc.constantFrom("", "1", "3", "4", "5"),
  award: fc.constantFrom("", "1", "2"),
  lost: fc.constantFrom("", "2025-11-30", "2025-03-31", "2024-12-31", "2019-06-01", "2012-02-01"),
  unit: fc.constantFrom(...REPORT_UNITS.map(({ id }) => id)),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

/** People with complete records who came, stayed and went in 2025. */
export const reportMembers: fc.Arbitrary<readonly Person[]> = fc
  .array(drawn, { minLength: 20, maxLength: 80 })
  .map((all) => all.map((each, index) => (each.stage === "member" ? memberOf(each, index) : youngerOf(each, index))));

const LEFT_ON = "2025-10-08";

function memberOf(each: Drawn, index: number): Person {
  const isNew = each.came === "admitted";
  const joinedOn = isNew ? "2025-03-05" : each.joined;
  const converted = isNew ? {} : conversionOf(each);
  const leaving = leavingOf(each, isNew);
  const facts = { ...factsOf(each), joinedOn, joinKind: each.joinKind, ...converted, ...leaving.facts };
  const person = aPerson({ id: `per_${index}`, stage: "probationary", facts: known(facts) });
  const from = each.came === "in" ? "2025-02-01" : `${joinedOn}-01`.slice(0, 10);
  const until = each.went === "" ? {} : { until: LEFT_ON };
  const lists = { ...leaving.lists, ...measuresOf(each) };
  return {
    ...person,
    facts: known(person.facts),
    lists,
    belongings: [aBelonging({ unit: each.unit, from, ...until })],
  };
}

/** Converted at a year, or a probation of last year with its result of this one. */
function conversionOf({ result, joined }: Drawn): Facts {
  if (result === "" || joined !== "2020-06-01") return { convertedOn: "2021-06-01", conversionResult: "1" };
  const probation = { joinedOn: "2024-06-01", conversionResult: result };
  if (result === "1" || result === "4") return { ...probation, convertedOn: "2025-06-01" };
  return { ...probation, ...(result === "2" ? { probationUntil: "2026-01-01" } : {}) };
}

function leavingOf({ went, ground }: Drawn, isNew: boolean): { readonly facts: Facts; readonly lists: Lists } {
  if (went === "" || went === "41") return { facts: {}, lists: {} };
  const kind = went === "cancelled" ? "16" : went;
  const result: Facts = went === "cancelled" ? { conversionResult: isNew ? "7" : "6" } : {};
  const entry = { on: LEFT_ON, kind, ground };
  return { facts: { leftOn: LEFT_ON, leftKind: kind, leaveGround: ground, ...result }, lists: { leavings: [entry] } };
}

function measuresOf({ penalty, award, ground, yes }: Drawn): Lists {
  const disaster = yes ? { disaster: "1" } : {};
  return {
    ...(penalty === "" ? {} : { penalties: [{ on: "2025-04-01", kind: penalty, ground }] }),
    ...(award === "" ? {} : { awards: [{ on: "2025-07-01", name: award, level: "3", ...disaster }] }),
  };
}

function youngerOf(each: Drawn, index: number): Person {
  const stage = each.stage as "applicant" | "activist" | "candidate";
  const person = aPerson({ id: `per_${index}`, stage, unit: each.unit, since: "2022-03-01", facts: factsOf(each) });
  return { ...person, facts: known(person.facts) };
}

function factsOf(each: Drawn): Facts {
  const { sex, ethnic, education, occupation, frontline, titleLevel, newStratum } = each;
  const isStudent = occupation === "50";
  const study = isStudent ? { student: "1", studentLevel: each.level, studentYear: each.year } : {};
  const lost = each.lost === "" ? {} : { lost: "1", lostSince: each.lost, lostWhy: "3" };
  return {
    ...{ sex, ethnic, education, occupation, frontline, titleLevel, newStratum, ...study, ...lost },
    ...{ birthDate: `${each.born}-07-01`, occupationFrom: "2010-01-01", duesKind: "1", delegateOf: "0" },
    ...(each.yes ? { migrantWorker: "1", awayForWork: "1", taiwanOrigin: "1", youthLeague: "1" } : {}),
    ...{ "appraisal.2025": each.yes ? "2" : "4", "appraisalFinished.2025": each.yes ? "1" : "0" },
  };
}

function known(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ""));
}

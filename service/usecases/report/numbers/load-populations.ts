import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import type { Person } from "#core/people/person/person.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { buildPopulations, type WrittenPopulations } from "#core/report/population/build-populations.ts";
import { entityFacts } from "#core/report/population/entity-facts.ts";
import { dayBefore, type Period } from "#core/report/population/period.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { loadUnitFacts } from "#service/usecases/record/roster/load-unit-facts.ts";
import { subjectsOf } from "#service/usecases/record/roster/load-subjects.ts";
import type { UnitScope } from "#service/usecases/record/unit-scope.ts";
import type { ReportServices } from "../report-services.ts";

export interface PopulationsAsked {
  readonly compiled: CompiledSet;
  readonly period: Period;
  /** The unit reported on with everything below it, as the tree stood on the reporting date. */
  readonly scope: UnitScope;
  readonly caller: Caller;
}

/** Fields that a list of people shows whatever was asked (R5). */
export const SHOWN_FIELDS: readonly string[] = ["name", "sex", "ethnic", "age"];

/** Everybody and everything that a unit's report counts, from the store. */
export async function loadPopulations(
  tx: StoreReads,
  services: ReportServices,
  { compiled, period, scope, caller }: PopulationsAsked,
): Promise<WrittenPopulations> {
  const ids = [...scope.units.keys()];
  const people = await tx.people.everInUnits(ids, dayBefore(period));
  const subjects = await subjectsOf(tx, services, { people, day: period.until, nameOf: () => "" });
  const more = new Map(subjects.map((subject) => [subject.person.id, subject.more]));
  const units = await loadUnitFacts(tx, caller, scope);
  const inTree = units.map(({ unit, facts }) => ({ id: unit.id, parentId: unit.parentId, facts }));
  const moves = await wholeUnitMoves(tx, ids, period);
  return buildPopulations(compiled, people, {
    period,
    lists: listFieldsOf(services.catalogue.person),
    probationMonths: inForce(services, period.until),
    moreOf: ({ id }) => more.get(id) ?? {},
    withWholeUnit: ({ id }, day) => moves.has(`${id} ${day}`),
    units: entityFacts(inTree),
    shown: SHOWN_FIELDS,
  });
}

function inForce({ procedureRules }: ReportServices, day: string): number {
  return procedureRules.conversion.findLast(({ from }) => from <= day)?.probationMonths ?? 12;
}

/** "PERSON DAY" of everybody who came or went with his whole unit (M12b). */
async function wholeUnitMoves(
  tx: StoreReads,
  units: readonly Person["belongings"][number]["unitId"][],
  { from, until }: Period,
): Promise<ReadonlySet<string>> {
  const query = {
    units,
    side: "both",
    states: ["received"],
    between: { from, to: until },
    most: MOST_LETTERS,
  } as const;
  const letters = await tx.procedures.transfers(query);
  const whole = letters.filter(({ wholeUnit }) => wholeUnit);
  return new Set(whole.map(({ personId, receivedOn }) => `${personId} ${receivedOn ?? ""}`));
}

const MOST_LETTERS = 1_000_000;

import { entriesOf, type ListFields } from "#core/people/person/dated-entries.ts";
import { withFacts, type Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import { belongsOn } from "#core/people/person/stage-on.ts";
import type { ListName } from "#core/people/field/field.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { movementsOf } from "./movement-rows.ts";
import { dayBefore, isWithin, type Period } from "./period.ts";
import { reportFacts, withEntry, type FactsOptions } from "./person-facts.ts";
import type { Counted } from "./population.ts";

export interface RowsOptions extends FactsOptions {
  readonly period: Period;
  /** Whether he came or went that day with his whole unit (整建制). */
  readonly withWholeUnit: (person: Person, day: string) => boolean;
}

export type PersonPopulation = Exclude<PopulationName, "units">;

/** Codes of "leave-kind" that are no leaving of the party: transfers, and the end of somebody's development. */
const NO_LEAVING: ReadonlySet<string> = new Set(["41", "42", "50"]);

/** All rows that one person's record makes, by population. Pure: the same record and period, the same rows. */
export function personRows(
  person: Person,
  options: RowsOptions,
): Readonly<Record<PersonPopulation, readonly Counted[]>> {
  const { period } = options;
  const facts = reportFacts(person, period.until, options);
  return {
    people: peopleRow(person, facts, period),
    opening: openingRow(person, options),
    movements: movementsOf(person, period).map(({ kind, on, unitId, otherUnitId }) => {
      const whole = options.withWholeUnit(person, on) ? { wholeUnit: "1" } : {};
      return { record: person.id, facts: { ...facts, movement: kind, movedOn: on, ...whole }, unitId, otherUnitId };
    }),
    leavings: entryRows(person, facts, { list: "leavings", options }).filter(
      ({ facts: { leftKind = "" } }) => !NO_LEAVING.has(leftKind),
    ),
    penalties: entryRows(person, facts, { list: "penalties", options }),
    awards: entryRows(person, facts, { list: "awards", options }),
    conversions: entryRows(person, facts, { list: "conversions", options }),
  };
}

function peopleRow(person: Person, facts: Facts, { from, until }: Period): readonly Counted[] {
  const [now] = belongsOn(person, until);
  const last = now ?? person.belongings.findLast((one) => one.from <= until && (one.until ?? until) >= from);
  if (!last) return [];
  const presence = now ? { present: "1", ...(now.kind === "member" ? { inBook: "1" } : {}) } : {};
  return [{ record: person.id, facts: withFacts(facts, presence), unitId: last.unitId, otherUnitId: null }];
}

function openingRow(person: Person, options: RowsOptions): readonly Counted[] {
  const day = dayBefore(options.period);
  const kept = belongsOn(person, day).find(({ kind }) => kind === "member");
  if (!kept) return [];
  return [{ record: person.id, facts: reportFacts(person, day, options), unitId: kept.unitId, otherUnitId: null }];
}

interface EntriesOf {
  readonly list: ListName;
  readonly options: RowsOptions;
}

/** A row for each entry of the period, counted in the unit that kept him that day. */
function entryRows(person: Person, facts: Facts, { list, options }: EntriesOf): readonly Counted[] {
  const fields = options.lists.find((each) => each.list === list);
  if (!fields) return [];
  return entriesOf(person, fields).flatMap((entry): readonly Counted[] => {
    const on = entry["on"] ?? dayOfEntry(fields, entry);
    const unit = isWithin(on, options.period) ? unitOn(person, on) : undefined;
    return unit
      ? [{ record: person.id, facts: withEntry(facts, fields, entry), unitId: unit.unitId, otherUnitId: null }]
      : [];
  });
}

function dayOfEntry({ begins }: ListFields, entry: Readonly<Record<string, string>>): string {
  return (begins && entry[begins.entry ?? begins.key]) ?? "";
}

/** The unit of the day, or the one he has just left. */
function unitOn({ belongings }: Person, day: string): Belonging | undefined {
  return belongings.findLast(({ from }) => from <= day) ?? belongings[0];
}

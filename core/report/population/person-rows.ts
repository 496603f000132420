import { lastingBelongings } from "#core/people/person/belonging-order.ts";
import { beginOf, entriesOf, type ListFields } from "#core/people/person/dated-entries.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import { belongsOn } from "#core/people/person/stage-on.ts";
import type { ListName } from "#core/people/field/field.ts";
import type { PopulationName } from "../definition/report-definition.ts";
import { fromAdmission } from "./from-admission.ts";
import { movementsOf } from "./movement-rows.ts";
import { dayBefore, isWithin, type Period } from "./period.ts";
import { entryFacts, reportFacts, type FactsOptions } from "./person-facts.ts";
import type { Counted, LaidFacts } from "./population.ts";

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
  given: Person,
  options: RowsOptions,
): Readonly<Record<PersonPopulation, readonly Counted[]>> {
  const { period } = options;
  const person = withLasting(given);
  const more = options.moreOf(person);
  const facts = reportFacts(person, { ...options, more, day: period.until });
  const member = fromAdmission(person);
  const entries = (list: ListName): readonly Counted[] => entryRows(person, facts, { list, options });
  return {
    people: peopleRow(person, isCommended(person, options) ? [...facts, COMMENDED] : facts, period),
    opening: openingRow(member, options, more),
    movements: movementsOf(member, period).map(({ kind, on, unitId, otherUnitId }) => {
      const whole = options.withWholeUnit(person, on) ? { wholeUnit: "1" } : {};
      return { record: person.id, facts: [...facts, { movement: kind, movedOn: on, ...whole }], unitId, otherUnitId };
    }),
    leavings: entries("leavings"),
    penalties: entries("penalties"),
    awards: entries("awards"),
    conversions: entries("conversions"),
  };
}

/** Rows that lasted no day tell nothing of where he was. */
function withLasting(person: Person): Person {
  const belongings = lastingBelongings(person.belongings);
  return belongings === person.belongings ? person : { ...person, belongings };
}

function peopleRow(person: Person, facts: LaidFacts, { from, until }: Period): readonly Counted[] {
  const [now] = belongsOn(person, until);
  const last = now ?? person.belongings.findLast((one) => one.from <= until && (one.until ?? until) >= from);
  if (!last) return [];
  const presence = now ? (now.kind === "member" ? IN_BOOK : PRESENT) : NOTHING;
  return [{ record: person.id, facts: [...facts, presence], unitId: last.unitId, otherUnitId: null }];
}

const PRESENT: Facts = { present: "1" };
const IN_BOOK: Facts = { present: "1", inBook: "1" };
const NOTHING: Facts = {};

const COMMENDED: Facts = { commended: "1" };
/** Codes of "award-name": 优秀共产党员, 优秀党务工作者. */
const COMMENDATIONS: ReadonlySet<string> = new Set(["1", "2"]);

/** By any award of the period, whatever came after it: whoever has two of them is still one person (table 8). */
function isCommended(person: Person, { lists, period }: RowsOptions): boolean {
  const fields = lists.find(({ list }) => list === "awards");
  if (!fields || !mayTell(person, fields, period)) return false;
  return entriesOf(person, fields).some(
    (entry) => isWithin(beginOf(entry), period) && COMMENDATIONS.has(entryFacts(fields, entry)["awardName"] ?? ""),
  );
}

function openingRow(person: Person, options: RowsOptions, more: Facts): readonly Counted[] {
  const day = dayBefore(options.period);
  const kept = belongsOn(person, day).find(({ kind }) => kind === "member");
  if (!kept) return [];
  const facts = reportFacts(person, { ...options, more, day });
  return [{ record: person.id, facts, unitId: kept.unitId, otherUnitId: null }];
}

interface EntriesOf {
  readonly list: ListName;
  readonly options: RowsOptions;
}

/** A row for each entry of the period, counted in the unit that kept him that day. */
function entryRows(person: Person, facts: LaidFacts, { list, options }: EntriesOf): readonly Counted[] {
  const fields = options.lists.find((each) => each.list === list);
  if (!fields || !mayTell(person, fields, options.period)) return NO_ROW;
  return entriesOf(person, fields).flatMap((entry): readonly Counted[] => {
    const on = entry["on"] ?? dayOfEntry(fields, entry);
    const unit = isWithin(on, options.period) ? unitOn(person, on, options.period) : undefined;
    const told = entryFacts(fields, entry);
    return unit && !NO_LEAVING.has(told["leftKind"] ?? "")
      ? [{ record: person.id, facts: [...facts, told], unitId: unit.unitId, otherUnitId: null }]
      : [];
  });
}

const NO_ROW: readonly Counted[] = [];

/** Nobody looks for the entries of the many whose year has none: there is no list, and none of its fields is a day of the period. */
function mayTell({ facts, lists }: Person, { list, fields }: ListFields, period: Period): boolean {
  if (lists[list] !== undefined) return true;
  for (const { key } of fields) if (isWithin(facts[key] ?? "", period)) return true;
  return false;
}

function dayOfEntry({ begins }: ListFields, entry: Readonly<Record<string, string>>): string {
  return (begins && entry[begins.entry ?? begins.key]) ?? "";
}

/** The unit of the day, or the one he has just left; whoever comes after the reporting date is nobody of this report. */
function unitOn({ belongings }: Person, day: string, { until }: Period): Belonging | undefined {
  return belongings.findLast(({ from }) => from <= day) ?? belongings.slice(0, 1).find(({ from }) => from <= until);
}

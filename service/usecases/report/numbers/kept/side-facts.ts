import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import { duesSince, paidUntil } from "#core/people/dues/dues-paid.ts";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import { postsHeld } from "#core/people/person/posts-held.ts";
import { belongsOn } from "#core/people/person/stage-on.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { RowsOptions } from "#core/report/population/person-rows.ts";
import type { Period } from "#core/report/population/period.ts";
import type { CountingReads, CountingTask } from "#service/ports/reports/counting-threads.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { ReportServices } from "#service/usecases/report/report-services.ts";
import type { AskedKeys } from "./asked-keys.ts";
import type { SideFacts } from "./kept-form.ts";

export interface SideAsked {
  readonly asks: AskedKeys;
  readonly period: Period;
  readonly units: readonly UnitId[];
}

export async function loadSideFacts(tx: StoreReads, { asks, period, units }: SideAsked): Promise<SideFacts> {
  const { from, until } = period;
  const held = asks.has("posts") ? await tx.populations.officesOn(until) : NO_OFFICES;
  const query = {
    units,
    side: "both",
    states: ["received"],
    between: { from, to: until },
    most: MOST_LETTERS,
  } as const;
  const letters = asks.has("wholeUnit") ? await tx.procedures.transfers(query) : [];
  return {
    offices: new Map([...held].map(([person, kinds]) => [person, postsHeld(kinds.map((kind) => ({ kind })))])),
    booksFrom: asks.has("paidUntil") ? await tx.procedures.duesKeptFrom(units) : new Map(),
    wholeMoves: new Set(letters.flatMap(wholeMove)),
  };
}

const MOST_LETTERS = 1_000_000;
const NO_MONTHS: ReadonlyMap<PersonId, ReadonlySet<Month>> = new Map();
const NO_GIFTS: ReadonlyMap<PersonId, string> = new Map();
const NO_OFFICES: ReadonlyMap<PersonId, readonly PostKind[]> = new Map();

export function wholeMove({ wholeUnit, personId, receivedOn }: Transfer): readonly string[] {
  return wholeUnit && receivedOn !== null ? [`${personId} ${receivedOn}`] : [];
}

interface RowsAsked extends Pick<CountingTask, "asks" | "period" | "side"> {
  readonly people: readonly Person[];
}

/** How the rows of just these people are made. */
export async function rowsOptions(
  tx: CountingReads,
  services: Pick<ReportServices, "catalogue" | "procedureRules">,
  asked: RowsAsked,
): Promise<RowsOptions> {
  return await optionsFor(tx, { ...asked, ...rowsRules(services, asked.period) }, asked.people);
}

/** What the rows of everybody are made by. */
export function rowsRules(
  { catalogue, procedureRules }: Pick<ReportServices, "catalogue" | "procedureRules">,
  { until }: Period,
): Pick<CountingTask, "lists" | "probationMonths"> {
  return {
    lists: listFieldsOf(catalogue.person),
    probationMonths: procedureRules.conversion.findLast(({ from }) => from <= until)?.probationMonths ?? 12,
  };
}

export async function optionsFor(
  tx: CountingReads,
  { asks, period, side, lists, probationMonths }: Omit<CountingTask, "keys">,
  people: readonly Person[],
): Promise<RowsOptions> {
  const ids = people.map(({ id }) => id);
  const settled = asks.has("paidUntil") ? await tx.procedures.settledMonths(ids) : NO_MONTHS;
  const gifts = asks.has("voluntaryDues") ? await tx.procedures.largestVoluntary(ids, period) : NO_GIFTS;
  return {
    ...{ period, lists, probationMonths },
    moreOf: (person) =>
      moreOf(person, { side, settled: settled.get(person.id), gift: gifts.get(person.id), day: period.until }),
    withWholeUnit: ({ id }, day) => side.wholeMoves.has(`${id} ${day}`),
  };
}

interface KnownOfOne {
  readonly side: SideFacts;
  readonly settled: ReadonlySet<Month> | undefined;
  readonly gift: string | undefined;
  readonly day: Period["until"];
}

function moreOf(person: Person, { side, settled, gift, day }: KnownOfOne): Facts {
  const posts = side.offices.get(person.id) ?? "";
  const paid = settled ? paidOf(person, settled, { side, day }) : null;
  return {
    ...(posts === "" ? {} : { posts }),
    ...(paid === null ? {} : { paidUntil: paid }),
    ...(gift === undefined ? {} : { voluntaryDues: gift }),
  };
}

function paidOf(
  person: Person,
  settled: ReadonlySet<Month>,
  { side, day }: Pick<KnownOfOne, "side" | "day">,
): Month | null {
  const unitId = belongsOn(person, day)[0]?.unitId;
  const keptFrom = (unitId === undefined ? undefined : side.booksFrom.get(unitId)) ?? null;
  const { joinedOn, restoredOn } = person.facts;
  return paidUntil({ since: duesSince({ joinedOn, restoredOn, keptFrom, settled }), settled });
}

/** Whose 党内职务 two moments know differently. */
export function officesChanged(before: SideFacts, now: SideFacts): ReadonlySet<PersonId> {
  const both = new Set([...before.offices.keys(), ...now.offices.keys()]);
  return new Set([...both].filter((id) => before.offices.get(id) !== now.offices.get(id)));
}

/** Units whose book of dues began on another day than it did. */
export function booksChanged(before: SideFacts, now: SideFacts): ReadonlySet<UnitId> {
  const both = new Set([...before.booksFrom.keys(), ...now.booksFrom.keys()]);
  return new Set([...both].filter((id) => before.booksFrom.get(id) !== now.booksFrom.get(id)));
}

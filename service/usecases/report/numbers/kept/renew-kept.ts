import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import { NO_ROWS, type RowsByPopulation } from "#core/report/population/build-populations.ts";
import { personRows } from "#core/report/population/person-rows.ts";
import { dayBefore } from "#core/report/population/period.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { ReportServices } from "#service/usecases/report/report-services.ts";
import { changesSince, type ChangesSince } from "./changes-since.ts";
import type { KeptForm, SideFacts } from "./kept-form.ts";
import { loadUnitEntities } from "../load-unit-entities.ts";
import { booksChanged, loadSideFacts, officesChanged, rowsOptions, wholeMove } from "./side-facts.ts";

/**
 * Brings what is kept up to the change that the transaction sees.
 * @returns false when nobody can tell what changed: it is counted from scratch then
 */
export async function renewKept(tx: StoreReads, services: ReportServices, form: KeptForm): Promise<boolean> {
  const { number: head } = await tx.audit.head();
  const organisation = await tx.organisation.revision();
  if (form.change >= head && form.organisation >= organisation) return true;
  const changes = await changesSince(tx, Math.min(form.change, head), head);
  if (!changes) return false;
  const isOrganisationNew = form.organisation < organisation;
  const units = areUnitsNew(form, { changes, isOrganisationNew })
    ? await loadUnitEntities(tx, form.period.until, { asks: form.asks, catalogue: services.catalogue })
    : null;
  const side = await sideNow(tx, form, { changes, isOrganisationNew });
  const touched = new Set([...changes.people, ...officesChanged(form.side, side), ...keepersOf(form, side)]);
  const rows = await rowsNow(tx, services, { form, side, ids: [...touched] });
  // In one go from here on. Somebody may have been faster with a later state: his stands.
  if (form.change > head) return true;
  if (units) form.kept.replaceUnits(units);
  for (const [id, counted] of rows) form.kept.replaceRecord(id, counted);
  Object.assign(form, { change: head, organisation, side });
  return true;
}

interface Changed {
  readonly changes: ChangesSince;
  readonly isOrganisationNew: boolean;
}

function areUnitsNew({ asks }: KeptForm, { changes, isOrganisationNew }: Changed): boolean {
  return isOrganisationNew || changes.units || (asks.has("members") && changes.people.size > 0);
}

async function sideNow(tx: StoreReads, form: KeptForm, { changes, isOrganisationNew }: Changed): Promise<SideFacts> {
  const { asks, period, side } = form;
  const isAsked = (key: string, isChanged: boolean): readonly string[] => (asks.has(key) && isChanged ? [key] : []);
  const again = new Set([...isAsked("posts", isOrganisationNew), ...isAsked("paidUntil", changes.dues)]);
  const units = (): readonly UnitId[] => form.kept.populations.units.records.map((id) => toId<UnitId>(id));
  const now = again.size === 0 ? side : await loadSideFacts(tx, { asks: again, period, units: units() });
  const moves = asks.has("wholeUnit") ? changes.letters.flatMap(wholeMove) : [];
  return {
    offices: again.has("posts") ? now.offices : side.offices,
    booksFrom: again.has("paidUntil") ? now.booksFrom : side.booksFrom,
    wholeMoves: moves.length === 0 ? side.wholeMoves : new Set([...side.wholeMoves, ...moves]),
  };
}

/** A unit's first payment opens its book of dues: until when others have paid may be told otherwise from then on. */
function keepersOf({ kept, side: before }: KeptForm, side: SideFacts): readonly PersonId[] {
  const units = before === side ? new Set<string>() : booksChanged(before, side);
  if (units.size === 0) return [];
  const { records, units: column } = kept.populations.people;
  return records.flatMap((record, row) =>
    record !== "" && units.has(toId<UnitId>(column.values[column.codes[row] ?? 0] ?? ""))
      ? [toId<PersonId>(record)]
      : [],
  );
}

/** Rows of these people as their records are now; none for who is nowhere any more. */
async function rowsNow(
  tx: StoreReads,
  services: ReportServices,
  { form, side, ids }: { readonly form: KeptForm; readonly side: SideFacts; readonly ids: readonly PersonId[] },
): Promise<ReadonlyMap<PersonId, RowsByPopulation>> {
  const people = ids.length === 0 ? [] : await tx.populations.people(ids);
  const none = ids.map((id) => [id, NO_ROWS] as const);
  return new Map([...none, ...(await rowsOf(tx, services, { form, side, people }))]);
}

interface RowsAsked {
  readonly form: Pick<KeptForm, "asks" | "period">;
  readonly side: SideFacts;
  readonly people: readonly Person[];
}

/** What a form counts of these people; who was gone before its period began has no rows. */
export async function rowsOf(
  tx: StoreReads,
  services: ReportServices,
  { form: { asks, period }, side, people }: RowsAsked,
): Promise<ReadonlyMap<PersonId, RowsByPopulation>> {
  const day = dayBefore(period);
  const options = await rowsOptions(tx, services, { asks, period, side, people });
  return new Map(
    people.map((person) => {
      const isKept = person.belongings.some(({ until }) => until === null || until > day);
      return [person.id, isKept ? { ...NO_ROWS, ...personRows(person, options) } : NO_ROWS];
    }),
  );
}

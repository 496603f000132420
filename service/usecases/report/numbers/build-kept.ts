import { buildPopulations, addPerson } from "#core/report/population/build-populations.ts";
import { dayBefore } from "#core/report/population/period.ts";
import { KeptReport } from "#core/report/counting/kept-report.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { ReportServices } from "../report-services.ts";
import type { KeptForm, OpenedForm } from "./kept-form.ts";
import { loadUnitEntities } from "./load-unit-entities.ts";
import { loadSideFacts, rowsOptions } from "./side-facts.ts";

/** Fields that a list of people shows whatever was asked (R5). */
export const SHOWN_FIELDS: readonly string[] = ["name", "sex", "ethnic", "age"];

/** Everybody and everything that a form counts, from the store. */
export async function buildKept(tx: StoreReads, services: ReportServices, form: OpenedForm): Promise<KeptForm> {
  // Both before everything else: what changes from here on is counted again next time.
  const { number: change } = await tx.audit.head();
  const organisation = await tx.organisation.revision();
  const { compiled, period, asks } = form;
  const units = await loadUnitEntities(tx, period.until, form);
  const side = await loadSideFacts(tx, { asks, period, units: units.map(({ id }) => toId<UnitId>(id)) });
  const nobody = await rowsOptions(tx, services, { asks, period, side, people: [] });
  const populations = buildPopulations(compiled, [], { ...nobody, units, shown: SHOWN_FIELDS });
  await tx.populations.peopleAfter(dayBefore(period), async (people) => {
    const options = await rowsOptions(tx, services, { asks, period, side, people });
    for (const person of people) addPerson(populations, person, options);
    await turnOfOthers();
  });
  const kept = new KeptReport(compiled, populations, period.until);
  return { ...form, kept, change, saved: Number.NEGATIVE_INFINITY, organisation, side };
}

/** A million people take their time: whoever else asks meanwhile is answered in between. */
function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

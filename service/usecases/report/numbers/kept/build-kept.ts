import { KeptReport } from "#core/report/counting/kept-report.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { emptyPopulations, keysByPopulation } from "#core/report/population/build-populations.ts";
import { appendParts } from "#core/report/population/saved/written-parts.ts";
import type { CountingThreads } from "#service/ports/reports/counting-threads.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { ReportServices } from "#service/usecases/report/report-services.ts";
import type { KeptForm, OpenedForm } from "./kept-form.ts";
import { loadUnitEntities } from "../load-unit-entities.ts";
import { loadSideFacts, rowsRules } from "./side-facts.ts";
import { turnOfOthers } from "./turn-of-others.ts";
import { writePeople } from "./write-people.ts";

/** Fields that a list of people shows whatever was asked (R5). */
export const SHOWN_FIELDS: readonly string[] = ["name", "sex", "ethnic", "age"];

/** With fewer people than that, threads take as long to begin as they save. */
export const WORTH_THREADS = 50_000;

export interface FormBuilt {
  readonly form: OpenedForm;
  /** Only for who has changed nothing in his transaction: threads look into the store by themselves. */
  readonly threads?: CountingThreads | null;
}

/** Everybody and everything that a form counts, from the store. */
export async function buildKept(
  tx: StoreReads,
  services: ReportServices,
  { form, threads = null }: FormBuilt,
): Promise<KeptForm> {
  // Both before everything else: what changes from here on is counted again next time, whoever saw it already.
  const { number: change } = await tx.audit.head();
  const organisation = await tx.organisation.revision();
  const { compiled, period, asks } = form;
  const units = await loadUnitEntities(tx, period.until, { asks, catalogue: services.catalogue });
  const side = await loadSideFacts(tx, { asks, period, units: units.map(({ id }) => toId<UnitId>(id)) });
  const keys = keysByPopulation(compiled, SHOWN_FIELDS);
  const populations = emptyPopulations(keys, units);
  const task = { keys, asks, period, side, ...rowsRules(services, period) };
  if (threads && (await tx.populations.count()) >= services.worthThreads) {
    const parts = await tx.populations.parts(threads.most);
    const counted = await threads.count(parts.map((part) => ({ ...task, part })));
    for (const written of counted) for (const _ of appendParts(populations, written)) await turnOfOthers();
  } else await writePeople(tx, populations, task);
  const kept = new KeptReport(compiled, populations, period.until);
  return { ...form, kept, change, saved: Number.NEGATIVE_INFINITY, organisation, side };
}

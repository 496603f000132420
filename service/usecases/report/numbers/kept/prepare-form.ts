import type { ReportServices } from "#service/usecases/report/report-services.ts";
import { formName } from "../form-name.ts";
import type { KeptForm, OpenedForm } from "./kept-form.ts";
import { loadedOrBuilt } from "./loaded-or-built.ts";
import { openForm } from "../open-form.ts";
import type { ReportAsked } from "../open-report.ts";
import { refusalToRead } from "../refusal-to-read.ts";
import { renewKept } from "./renew-kept.ts";
import { saveForm } from "./saved-form.ts";

/**
 * Before the transaction that opens a report. What takes seconds, counting a form for the first time or after a large import, holds
 * one connection of those that read, however many ask: they wait outside, for one and the same count. Bringing a counted form up to
 * date, and writing its columns to their file after many changes, is done in a reading transaction of whoever asks. The one that
 * writes waits for none of it. Refusals are left to the opening.
 */
export async function prepareForm(services: ReportServices, { caller, key }: ReportAsked): Promise<void> {
  const { reports, store } = services;
  if (await store.read((tx) => refusalToRead(tx, caller, key.unitId))) return;
  const name = formName(key);
  const form = reports.kept(name);
  if (form && (await store.read((tx) => isKept(tx, services, { name, form })))) return;
  const opened = await openForm(services, key);
  if (opened.ok) await reports.makeOnce(name, async () => await makeForm(services, { name, opened: opened.value }));
}

type Named = { readonly name: string; readonly form: KeptForm };

/** Brought up to date, and its file too where too much has come since. @returns false when it must be counted anew */
async function isKept(tx: Parameters<typeof renewKept>[0], services: ReportServices, named: Named): Promise<boolean> {
  const isRenewed = await renewKept(tx, services, named.form);
  if (isRenewed) await saveForm(tx, services, named);
  return isRenewed;
}

async function makeForm(
  services: ReportServices,
  { name, opened }: { readonly name: string; readonly opened: OpenedForm },
): Promise<KeptForm> {
  const { store, reports, countingThreads } = services;
  const form = await store.read((tx) => loadedOrBuilt(tx, services, { name, opened, threads: countingThreads }));
  // Each thread saw a moment of its own: nobody is given it before it is of one.
  await store.read(async (tx) => {
    if (!(await renewKept(tx, services, form))) return;
    reports.keep(name, form);
    await saveForm(tx, services, { name, form });
  });
  return form;
}

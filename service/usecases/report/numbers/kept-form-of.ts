import { ok, type Result } from "#core/kernel/result.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { ReportServices } from "../report-services.ts";
import { buildKept } from "./build-kept.ts";
import type { KeptForm, OpenedForm } from "./kept-form.ts";
import { openForm } from "./open-form.ts";
import type { SetUnknown } from "./open-set.ts";
import { renewKept } from "./renew-kept.ts";
import { savedForm, saveForm } from "./saved-form.ts";

/** A form over the whole organisation as this transaction sees it: kept, renewed by what changed since, or counted from scratch. */
export async function keptFormOf(
  tx: StoreReads,
  services: ReportServices,
  { setId, on }: Pick<ReportKey, "setId" | "on">,
): Promise<Result<KeptForm, SetUnknown | DefinitionRefusal>> {
  const { reports } = services;
  const name = `${setId} ${on}`;
  const form = reports.kept(name);
  if (form) {
    reports.keep(name, form);
    if (await renewKept(tx, services, form)) return ok(await saved(tx, services, { name, form }));
    reports.drop(name);
  }
  const opened = await openForm(services, { setId, on });
  if (!opened.ok) return opened;
  const waited = await whoeverMakesIt(reports.underWay.get(name));
  if (waited && (await renewKept(tx, services, waited))) return ok(waited);
  return ok(await made(tx, services, { name, opened: opened.value }));
}

async function made(
  tx: StoreReads,
  services: ReportServices,
  { name, opened }: { readonly name: string; readonly opened: OpenedForm },
): Promise<KeptForm> {
  const { reports } = services;
  const making = loadedOrBuilt(tx, services, { name, opened });
  reports.underWay.set(name, making);
  try {
    const form = await making;
    reports.keep(name, form);
    return await saved(tx, services, { name, form });
  } finally {
    if (reports.underWay.get(name) === making) reports.underWay.delete(name);
  }
}

async function loadedOrBuilt(
  tx: StoreReads,
  services: ReportServices,
  asked: { readonly name: string; readonly opened: OpenedForm },
): Promise<KeptForm> {
  const form = await savedForm(tx, services, asked);
  if (form && (await renewKept(tx, services, form))) return form;
  return await buildKept(tx, services, asked.opened);
}

async function saved(
  tx: StoreReads,
  services: ReportServices,
  asked: { readonly name: string; readonly form: KeptForm },
): Promise<KeptForm> {
  await saveForm(tx, services, asked);
  return asked.form;
}

/** When he fails, whoever waited makes it himself: the failure may be of the other's transaction alone. */
async function whoeverMakesIt(making: Promise<KeptForm> | undefined): Promise<KeptForm | undefined> {
  if (!making) return undefined;
  const [result] = await Promise.allSettled([making]);
  return result.status === "fulfilled" ? result.value : undefined;
}

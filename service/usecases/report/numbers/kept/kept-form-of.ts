import { ok, type Result } from "#core/kernel/result.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { ReportServices } from "#service/usecases/report/report-services.ts";
import { formName, type FormAsked } from "../form-name.ts";
import type { KeptForm } from "./kept-form.ts";
import { loadedOrBuilt } from "./loaded-or-built.ts";
import { openForm } from "../open-form.ts";
import type { SetUnknown } from "../open-set.ts";
import { renewKept } from "./renew-kept.ts";

/**
 * A form over the whole organisation as this transaction sees it: kept, and renewed by what changed since. Whoever is about to open
 * a report has it prepared first (`prepareForm`): counted here it is only when it went again in the moment between.
 */
export async function keptFormOf(
  tx: StoreReads,
  services: ReportServices,
  asked: FormAsked,
): Promise<Result<KeptForm, SetUnknown | DefinitionRefusal>> {
  const { reports } = services;
  const name = formName(asked);
  const form = reports.kept(name);
  if (form && (await renewKept(tx, services, form))) {
    reports.keep(name, form);
    return ok(form);
  }
  const opened = await openForm(services, asked);
  if (!opened.ok) return opened;
  const made = await loadedOrBuilt(tx, services, { name, opened: opened.value });
  reports.keep(name, made);
  return ok(made);
}

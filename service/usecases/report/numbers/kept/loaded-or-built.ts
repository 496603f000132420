import type { StoreReads } from "#service/ports/store.ts";
import type { ReportServices } from "#service/usecases/report/report-services.ts";
import { buildKept, type FormBuilt } from "./build-kept.ts";
import type { KeptForm, OpenedForm } from "./kept-form.ts";
import { renewKept } from "./renew-kept.ts";
import { savedForm } from "./saved-form.ts";

/** A form from its file, renewed by what changed since it was written, or counted from scratch. */
export async function loadedOrBuilt(
  tx: StoreReads,
  services: ReportServices,
  asked: { readonly name: string; readonly opened: OpenedForm; readonly threads?: FormBuilt["threads"] },
): Promise<KeptForm> {
  const form = await savedForm(tx, services, asked);
  if (form && (await renewKept(tx, services, form))) return form;
  return await buildKept(tx, services, { form: asked.opened, threads: asked.threads ?? null });
}

import type { TemplateVersionId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { templateView } from "./template-view.ts";

/** Published versions are everybody's to read; a draft is its publisher's. */
export async function viewTemplate(
  { store }: Pick<Services, "store">,
  caller: Caller,
  versionId: TemplateVersionId,
): Promise<Result<TemplateView, AnyRefusal>> {
  const version = await store.read((tx) => tx.templates.version(versionId));
  const visible = version && (version.state === "published" || caller.scope.organisationDepartment);
  return visible ? ok(templateView(version, caller)) : refuse({ code: "not-found" });
}

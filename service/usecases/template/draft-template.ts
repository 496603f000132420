import { toId, type TemplateId, type TemplateVersionId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import type { TemplateVersionRecord } from "#service/ports/records.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { publisherRefusal } from "./permit-publisher.ts";
import { readTemplateBody } from "./read-template-body.ts";
import { templateView } from "./template-view.ts";

export type NewTemplate = { readonly shipped: string } | { readonly body: unknown };

/** A new lineage with its first draft, from a shipped template or from a body of the publisher's own (L1). */
export async function draftTemplate(
  services: Pick<Services, "store" | "random" | "shipped">,
  caller: Caller,
  asked: NewTemplate,
): Promise<Result<TemplateView, AnyRefusal>> {
  const refusal = publisherRefusal(caller, "draft-template");
  if (refusal) return refuse(refusal);
  const data = "shipped" in asked ? await services.shipped.load(asked.shipped) : asked.body;
  if ("shipped" in asked && data === undefined) return refuse({ code: "not-found" });
  const body = readTemplateBody(data);
  if (!body.ok) return body;
  const version: TemplateVersionRecord = {
    id: toId<TemplateVersionId>(services.random.id("tpv")),
    templateId: toId<TemplateId>(services.random.id("tpl")),
    version: 1,
    state: "draft",
    body: body.value,
    revision: 1,
    publishedAt: null,
  };
  await services.store.write(async (tx) => {
    await tx.templates.insertVersion(version);
    const fields = [{ field: "name", old: null, new: version.body.name }];
    tx.record(auditEntry(caller, { action: "draft-template", record: `template:${version.id}`, fields }));
  });
  return ok(templateView(version, caller));
}

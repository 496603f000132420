import { toId, type TemplateVersionId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import type { TemplateVersionRecord } from "#service/ports/records.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { publisherRefusal } from "./permit-publisher.ts";
import { templateView } from "./template-view.ts";

type Revised = Result<TemplateView, AnyRefusal>;

/** An edit of a published version is a new draft of the same lineage (L1); an open draft of it is opened instead. */
export async function reviseTemplate(
  { store, random }: Pick<Services, "store" | "random">,
  caller: Caller,
  versionId: TemplateVersionId,
): Promise<Revised> {
  const refusal = publisherRefusal(caller, "draft-template");
  if (refusal) return refuse(refusal);
  const id = toId<TemplateVersionId>(random.id("tpv"));
  return await store.write(async (tx): Promise<Revised> => {
    const from = await tx.templates.version(versionId);
    if (!from) return refuse({ code: "not-found" });
    const lineage = await tx.templates.versions(from.templateId);
    const open = lineage.find((version) => version.state === "draft");
    if (open) return ok(templateView(open, caller));
    const version = Math.max(...lineage.map((earlier) => earlier.version)) + 1;
    const draft: TemplateVersionRecord = { ...from, id, version, state: "draft", revision: 1, publishedAt: null };
    await tx.templates.insertVersion(draft);
    const fields = [{ field: "version", old: String(from.version), new: String(version) }];
    tx.record(auditEntry(caller, { action: "draft-template", record: `template:${id}`, fields }));
    return ok(templateView(draft, caller));
  });
}

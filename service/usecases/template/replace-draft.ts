import type { TemplateVersionId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { TemplateView } from "#core/protocol/templates.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { publisherRefusal } from "./permit-publisher.ts";
import { readTemplateBody } from "./read-template-body.ts";
import { templateView } from "./template-view.ts";

export interface DraftReplacement {
  readonly versionId: TemplateVersionId;
  readonly baseRevision: number;
  readonly body: unknown;
}

type Replaced = Result<TemplateView, AnyRefusal>;

/** Two publishers in one draft: the second is told, nothing is overwritten. */
export async function replaceDraft(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { versionId, baseRevision, body: data }: DraftReplacement,
): Promise<Replaced> {
  const refusal = publisherRefusal(caller, "edit-template");
  if (refusal) return refuse(refusal);
  const body = readTemplateBody(data);
  if (!body.ok) return body;
  return await store.write(async (tx): Promise<Replaced> => {
    const stored = await tx.templates.version(versionId);
    if (!stored) return refuse({ code: "not-found" });
    if (stored.state === "published") return refuse({ code: "template-published" });
    const draft = { ...stored, body: body.value, revision: baseRevision + 1 };
    if (!(await tx.templates.updateDraft(draft, baseRevision))) return refuse({ code: "changed-meanwhile" });
    const fields = [{ field: "body", old: `revision ${baseRevision}`, new: `revision ${draft.revision}` }];
    tx.record(auditEntry(caller, { action: "edit-template", record: `template:${versionId}`, fields }));
    return ok(templateView(draft, caller));
  });
}

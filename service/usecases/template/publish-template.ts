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

type Published = Result<TemplateView, AnyRefusal>;

/** From here on the version never changes (L1). It is checked once more: the rules may be newer than the draft. */
export async function publishTemplate(
  { store }: Pick<Services, "store">,
  caller: Caller,
  versionId: TemplateVersionId,
): Promise<Published> {
  const refusal = publisherRefusal(caller, "publish-template");
  if (refusal) return refuse(refusal);
  return await store.write(async (tx): Promise<Published> => {
    const draft = await tx.templates.version(versionId);
    if (!draft) return refuse({ code: "not-found" });
    if (draft.state === "published") return ok(templateView(draft, caller));
    const body = readTemplateBody(draft.body);
    if (!body.ok) return body;
    const published = { ...draft, state: "published", publishedAt: caller.at, revision: draft.revision + 1 } as const;
    if (!(await tx.templates.updateDraft(published, draft.revision))) return refuse({ code: "changed-meanwhile" });
    const fields = [{ field: "state", old: "draft", new: "published" }];
    tx.record(auditEntry(caller, { action: "publish-template", record: `template:${versionId}`, fields }));
    return ok(templateView(published, caller));
  });
}

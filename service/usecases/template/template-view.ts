import type { TemplateView } from "#core/protocol/templates.ts";
import type { TemplateVersionRecord } from "#service/ports/records.ts";
import type { Caller } from "../caller.ts";
import { publisherRefusal } from "./permit-publisher.ts";

export function templateView(version: TemplateVersionRecord, caller: Caller): TemplateView {
  const { id, templateId, state, revision, body } = version;
  const mayEdit = state === "draft" && !publisherRefusal(caller, "edit-template");
  return { versionId: id, templateId, version: version.version, state, revision, body, mayEdit };
}

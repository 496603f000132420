import type { z } from "zod";
import { toId, type TemplateId, type TemplateVersionId } from "#core/kernel/ids.ts";
import { draftSchema, newTemplateSchema, raterListSchema, templateListQuery } from "#core/protocol/templates.ts";
import { draftTemplate } from "#service/usecases/template/draft-template.ts";
import { listTemplates } from "#service/usecases/template/list-templates.ts";
import { publishTemplate } from "#service/usecases/template/publish-template.ts";
import { replaceDraft } from "#service/usecases/template/replace-draft.ts";
import { reviseTemplate } from "#service/usecases/template/revise-template.ts";
import { saveRaterList } from "#service/usecases/template/save-rater-list.ts";
import { viewTemplate } from "#service/usecases/template/view-template.ts";
import { json } from "../answers.ts";
import type { Route, RouteRequest } from "../route.ts";

/** Templates (L1): everybody reads what is published, the organisation department drafts and publishes. */
export const templateRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/templates",
    permission: "reader",
    object: "template",
    query: templateListQuery,
    handle: async ({ services, caller, query }) =>
      json(await listTemplates(services, caller, query as z.infer<typeof templateListQuery>)),
  },
  {
    method: "POST",
    path: "/templates",
    permission: "organisation-department",
    object: "template",
    body: newTemplateSchema,
    handle: async ({ services, caller, body }) =>
      json(await draftTemplate(services, caller, body as z.infer<typeof newTemplateSchema>), 201),
  },
  {
    method: "GET",
    path: "/template-versions/:version",
    permission: "reader",
    object: "template",
    handle: async ({ services, caller, params }) => json(await viewTemplate(services, caller, versionOf(params))),
  },
  {
    method: "PUT",
    path: "/template-versions/:version",
    permission: "organisation-department",
    object: "template",
    body: draftSchema,
    handle: async ({ services, caller, params, body: sent }) => {
      const { baseRevision, body } = sent as z.infer<typeof draftSchema>;
      return json(await replaceDraft(services, caller, { versionId: versionOf(params), baseRevision, body }));
    },
  },
  {
    method: "POST",
    path: "/template-versions/:version/publish",
    permission: "organisation-department",
    object: "template",
    handle: async ({ services, caller, params }) => json(await publishTemplate(services, caller, versionOf(params))),
  },
  {
    method: "POST",
    path: "/template-versions/:version/revise",
    permission: "organisation-department",
    object: "template",
    handle: async ({ services, caller, params }) =>
      json(await reviseTemplate(services, caller, versionOf(params)), 201),
  },
  {
    method: "PUT",
    path: "/templates/:template/rater-lists/:class",
    permission: "organisation-department",
    object: "template",
    body: raterListSchema,
    handle: async ({ services, caller, params, body }) => {
      const { accountNames } = body as z.infer<typeof raterListSchema>;
      const templateId = toId<TemplateId>(params["template"] ?? "");
      return json(
        await saveRaterList(services, caller, { templateId, raterClass: params["class"] ?? "", accountNames }),
      );
    },
  },
];

function versionOf(params: RouteRequest["params"]): TemplateVersionId {
  return toId(params["version"] ?? "");
}

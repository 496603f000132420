import { z } from "zod";
import type { LedgerLevel, TemplateBody } from "#core/ledger/template/template.ts";

/** GET /api/templates */
export const templateListQuery = z.strictObject({
  search: z.string().max(100).default(""),
  year: z.coerce.number().int().optional(),
  level: z.enum(["general-branch", "branch", "member"]).optional(),
});
/** POST /api/templates: a first draft, from a shipped template's name or from a body; checked by core/ledger's parser. */
export const newTemplateSchema = z.union([
  z.strictObject({ shipped: z.string().max(100) }),
  z.strictObject({ body: z.unknown() }),
]);
/** PUT /api/template-versions/:version: replaces a draft's body. */
export const draftSchema = z.strictObject({ baseRevision: z.int().min(0), body: z.unknown() });
/** PUT /api/templates/:template/rater-lists/:class */
export const raterListSchema = z.strictObject({ accountNames: z.array(z.string().min(1).max(100)).max(5_000) });

export interface TemplateListed {
  readonly versionId: string;
  readonly templateId: string;
  readonly version: number;
  readonly state: "draft" | "published";
  readonly name: string;
  readonly year: number;
  readonly level: LedgerLevel;
  readonly items: number;
  readonly base: string;
  /** May the reader copy it now, and does he own a ledger of it already? */
  readonly mayCopy: boolean;
  readonly ownLedgerId: string | null;
}

export interface TemplateView {
  readonly versionId: string;
  readonly templateId: string;
  readonly version: number;
  readonly state: "draft" | "published";
  readonly revision: number;
  readonly body: TemplateBody;
  readonly mayEdit: boolean;
}

import { z } from "zod";
import type { LedgerLevel } from "#core/ledger/template.ts";

/** GET /api/standings and /api/fairness: one level, one template lineage, within one unit's scope (L17). */
export const standingQuery = z.strictObject({
  year: z.coerce.number().int(), level: z.enum(["general-branch", "branch", "member"]), templateId: z.string(), unitId: z.string(),
});
export const publishStandingSchema = z.strictObject({ year: z.int(), level: z.enum(["general-branch", "branch", "member"]), templateId: z.string(), unitId: z.string() });

export type StandingQuery = z.infer<typeof standingQuery>;

export interface StandingRow {
  readonly rank: number;
  readonly ledgerId: string;
  readonly ownerName: string;
  readonly unitName: string;
  readonly quantitative: string;
  readonly qualitative: string;
  readonly total: string;
  readonly grade: string | null;
  readonly challenges: number;
  /** Complete items of all items, e.g. "12/20". */
  readonly completeness: string;
}

export interface StandingAnswer {
  readonly year: number;
  readonly level: LedgerLevel;
  readonly templateName: string;
  readonly scopeName: string;
  /** "whole": every row; "own": only the reader's place, because he may not read every ledger of the scope. */
  readonly view: "whole" | "own";
  readonly published: boolean;
  readonly of: number;
  readonly rows: readonly StandingRow[];
  readonly mayPublish: boolean;
}

/** GET /api/standings/choices: what can be ranked by this reader. */
export interface StandingChoices {
  readonly years: readonly number[];
  readonly templates: readonly { readonly templateId: string; readonly name: string; readonly year: number; readonly level: LedgerLevel }[];
  readonly scopes: readonly { readonly unitId: string; readonly name: string }[];
}

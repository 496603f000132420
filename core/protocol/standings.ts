import { z } from "zod";
import type { FairnessReport } from "#core/ledger/scoring/compute-fairness.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { LedgerIssue } from "#core/sheet/ledger/ledger-view.ts";
import type { StandingView } from "#core/sheet/standing/standing-view.ts";

/** GET /api/standings and /api/fairness: one level, one template lineage, within one unit's scope (L17). */
export const standingQuery = z.strictObject({
  year: z.coerce.number().int(),
  level: z.enum(["general-branch", "branch", "member"]),
  templateId: z.string(),
  unitId: z.string(),
});
/** GET /api/standings/output/:format */
export const standingOutputQuery = standingQuery.extend({ reason: z.string().trim().min(1).max(500) });
export const publishStandingSchema = z.strictObject({
  year: z.int(),
  level: z.enum(["general-branch", "branch", "member"]),
  templateId: z.string(),
  unitId: z.string(),
});

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
  /** The same as its sheet is drawn from. */
  readonly sheet: StandingView;
}

/** GET /api/fairness (L16): a report by ids, with what its ids are called. */
export interface FairnessAnswer {
  readonly year: number;
  readonly level: LedgerLevel;
  readonly templateName: string;
  readonly scopeName: string;
  /** Ledgers that were looked at: those whose raters the reader may know. */
  readonly ledgers: number;
  readonly subject: string;
  readonly issue: LedgerIssue;
  readonly report: FairnessReport;
  /** By person id. */
  readonly names: Readonly<Record<string, string>>;
  /** By class code. */
  readonly classes: Readonly<Record<string, string>>;
  /** By item key. */
  readonly items: Readonly<Record<string, { readonly number: string; readonly task: string }>>;
}

/** GET /api/standings/choices: what can be ranked by this reader. */
export interface StandingChoices {
  readonly years: readonly number[];
  readonly templates: readonly {
    readonly templateId: string;
    readonly name: string;
    readonly year: number;
    readonly level: LedgerLevel;
  }[];
  readonly scopes: readonly { readonly unitId: string; readonly name: string }[];
}

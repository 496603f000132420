import { z } from "zod";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { Stage } from "#core/ledger/window.ts";

const level = z.enum(["general-branch", "branch", "member"]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** GET /api/ledgers */
export const ledgerListQuery = z.strictObject({
  year: z.coerce.number().int().optional(),
  level: level.optional(),
  templateId: z.string().optional(),
  unitId: z.string().optional(),
  search: z.string().max(100).optional(),
  after: z.string().optional(),
  most: z.coerce.number().int().min(1).max(200).default(100),
  relation: z.enum(["own", "peer", "lead", "all"]).default("all"),
  includeVoided: z.stringbool().default(false),
});
/** GET /api/ledgers/:ledger/history: all earlier values of a record's field, or of all its fields (W9). */
export const historyQuery = z.strictObject({
  record: z.string().min(1).max(200),
  field: z.string().max(100).optional(),
});
/** POST /api/ledgers: copy-new (L2). `from` takes the wording of an earlier own ledger of the same lineage. */
export const copyNewSchema = z.strictObject({
  templateVersionId: z.string(),
  from: z.string().optional(),
  name: z.string().min(1).max(100).optional(),
});
/** POST /api/ledgers/:ledger/void */
export const voidSchema = z.strictObject({ reason: z.string().min(2).max(500) });
/** POST /api/ledgers/:ledger/items/:item/talk */
export const talkSchema = z.strictObject({ text: z.string().min(1).max(1_000) });
/** POST /api/ledgers/:ledger/substitutes (L14.8) */
export const substituteSchema = z.strictObject({
  raterClass: z.enum(["peer", "leader"]),
  personId: z.string(),
  reason: z.string().min(6).max(500),
});

const span = z.strictObject({ from: day, to: day });
/** GET /api/ledgers/:ledger/output/:format: why it is taken out, kept in the audit (A13). */
export const outputQuery = z.strictObject({ reason: z.string().trim().min(1).max(500) });
/** POST /api/ledgers/:ledger/import: the workbook itself is the body. A dry run writes nothing and answers the same. */
export const importQuery = z.strictObject({ dryRun: z.stringbool().default(false) });
/** POST /api/notices/read */
export const noticesReadSchema = z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(500) });
/** GET /api/windows: what holds below one unit in a year. */
export const windowQuery = z.strictObject({
  unitId: z.string().max(100),
  year: z.coerce.number().int().min(2000).max(2100),
});
/** PUT /api/windows: the superior's stages for one level and year below `unitId` (L15). Reopening a closed one needs a reason. */
export const windowSchema = z.strictObject({
  unitId: z.string(),
  level,
  year: z.int().min(2000).max(2100),
  baseRevision: z.int().min(0),
  spans: z.strictObject({ filling: span.optional(), "peer-review": span.optional(), "leader-review": span.optional() }),
  closed: z.boolean(),
  reason: z.string().max(500).default(""),
});
/** POST /api/windows/extensions: one stage, one unit's ledgers. */
export const extensionSchema = z.strictObject({
  unitId: z.string(),
  level,
  year: z.int(),
  stage: z.enum(["filling", "peer-review", "leader-review"]),
  to: day,
  reason: z.string().min(6).max(500),
});

export type CopyNew = z.infer<typeof copyNewSchema>;
export type WindowSetting = z.infer<typeof windowSchema>;
export type Extension = z.infer<typeof extensionSchema>;
export type LedgerListQuery = z.infer<typeof ledgerListQuery>;

export interface LedgerListed {
  readonly id: string;
  readonly name: string;
  readonly level: LedgerLevel;
  readonly year: number;
  readonly templateId: string;
  readonly ownerName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** merged: of a unit that went into another one; only to be read (M18). */
  readonly state: "open" | "voided" | "merged";
  readonly relation: "own" | "peer" | "lead" | "above" | "below" | "listed";
  readonly items: number;
  readonly complete: number;
  readonly challenges: number;
  /** Open disputes that wait for the reader: to answer as owner, to rule as leader. */
  readonly waiting: number;
}

export interface LedgerList {
  readonly ledgers: readonly LedgerListed[];
  readonly total: number;
  readonly years: readonly number[];
  readonly next: string | null;
}

/** GET /api/duties: what waits for me, most urgent first. */
export interface Duty {
  readonly kind:
    | "answer-challenge"
    | "rule"
    | "rate"
    | "fill"
    | "approve-account"
    | "password-expiring"
    | "copy-new"
    | "report-returned" // its unit mends it
    | "report-judge" // handed over by units below
    | "report-due" // to be handed over
    | "report-print"
    | "transfer"; // a letter to issue, release or receive
  readonly count: number;
  readonly ledgerId: string | null;
  /** "report:SET:UNIT:DAY"; "transfer:in" and "transfer:out": letters to or from the unit. Left out: none. */
  readonly record?: string;
  readonly title: string;
  readonly due: string | null;
}

export interface HistoryEntry {
  readonly action: string;
  readonly value: string | null;
  readonly at: string;
  readonly who: string;
  readonly reason: string;
  readonly revision: number;
}

export interface EvidenceListed {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
  readonly mayRemove: boolean;
  /** How the page shows it: natively, converted to HTML by the service, or not at all. */
  readonly preview: "image" | "pdf" | "text" | "html" | "none";
}

export interface TalkEntry {
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

/** GET /api/notices: what the account was told, and what the unit was told that it acts for; newest first. */
export interface Notice {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  /** "ledger:ID", "report:SET:UNIT:DAY", "transfer:ID", "plan:ID", "unit:ID", "person:ID". */
  readonly record: string;
  /** Name of the ledger, the unit or the person. */
  readonly about: string;
  readonly item: string | null;
  /** Who did it and why, as far as the unit was told; "" with ledgers. */
  readonly who: string;
  readonly reason: string;
  readonly read: boolean;
}

export interface WindowView {
  readonly unitId: string;
  readonly level: LedgerLevel;
  readonly year: number;
  readonly spans: Readonly<Partial<Record<Stage, { readonly from: string; readonly to: string }>>>;
  readonly closed: boolean;
  readonly revision: number;
  /** Unit that set it; the nearest one above decides. */
  readonly setBy: string;
}

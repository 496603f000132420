import { z } from "zod";

/** GET /api/audit: newest first; `from` is the highest number wanted. */
export const auditQuery = z.strictObject({
  from: z.coerce.number().int().min(1).optional(),
  most: z.coerce.number().int().min(1).max(500).default(100),
  record: z.string().max(200).optional(),
  accountId: z.string().max(100).optional(),
});

export type AuditQuery = z.infer<typeof auditQuery>;

export interface AuditListed {
  readonly number: number;
  readonly at: string;
  readonly accountId: string | null;
  /** Holder of the account now; empty when nobody was signed in or the account is gone. */
  readonly holder: string;
  readonly from: string;
  readonly action: string;
  readonly record: string;
  readonly outcome: "done" | "refused";
  readonly why: string;
  /** The auditor sees that a sensitive value changed, never the value (A12). */
  readonly fields: readonly {
    readonly field: string;
    readonly old: string | null;
    readonly new: string | null;
    readonly hidden: boolean;
  }[];
}

/** POST /api/audit/verify */
export type AuditVerdict =
  | { readonly code: "intact"; readonly entries: number; readonly head: string }
  | { readonly code: "broken"; readonly at: number; readonly what: "hash" | "gap" | "link" }
  | { readonly code: "cut"; readonly entries: number; readonly anchored: number }
  | { readonly code: "anchor-mismatch"; readonly at: number }
  | { readonly code: "anchor-missing"; readonly entries: number };

import { z } from "zod";
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { Permission } from "#core/access/actor.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import { daySchema } from "./records/transfers.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const termSchema = z.strictObject({
  kind: z.enum(["long-term", "short-term", "temporary"]),
  from: day.nullable(),
  to: day.nullable(),
});

/** POST /api/units: a unit one or two levels down. */
export const makeUnitSchema = z.strictObject({
  parentId: z.string(),
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(2).max(100),
  shortName: z.string().min(2).max(40),
  kind: z.enum(["general-branch", "branch", "party-group"]),
  /** Left out: today. */
  foundedOn: daySchema.optional(),
});
/** POST /api/accounts/members: member accounts in batch (A4); answers slips. Rows name new people or existing ones without an account. */
export const makeMemberAccountsSchema = z.strictObject({
  branchId: z.string(),
  members: z
    .array(
      z.strictObject({
        personId: z.string().optional(),
        name: z.string().min(1).max(60),
        phone: z
          .string()
          .regex(/^1\d{10}$/)
          .nullable(),
      }),
    )
    .min(1)
    .max(2_000),
  term: termSchema,
});
/** POST /api/account-requests: the written application for an administering account (A4). */
export const accountRequestSchema = z.strictObject({
  action: z.enum(["make", "change-permission", "disable", "enable", "hand-over"]),
  reason: z.string().min(6).max(500),
  /** Existing account for everything but "make". */
  accountId: z.string().optional(),
  kind: z.enum(["unit", "person"]),
  unitId: z.string(),
  accountName: z.string().max(100).optional(),
  term: termSchema,
  permission: z.enum(["read-write", "read-only"]),
  holder: z.string().min(1).max(60),
  post: z
    .enum(["secretary", "deputy-secretary", "organisation-member", "organiser", "information-officer", "officer"])
    .nullable(),
  contact: z.string().regex(/^1\d{10}$/),
});
/** What the store keeps of an application beside its state; read back through this schema. */
export const keptRequestSchema = z.strictObject({
  request: accountRequestSchema,
  /** Number of the written application. */
  number: z.string(),
  requestingUnitId: z.string(),
  requestedByPersonId: z.string().nullable(),
  /** The account it is about, or that it led to. */
  accountId: z.string().nullable(),
  slip: z.enum(["none", "due", "shown"]),
});
export const decideRequestSchema = z.strictObject({ approve: z.boolean(), remark: z.string().max(500) });
/** POST /api/accounts/:account/{disable,enable,unlock,reset}: reason is kept in the audit. */
export const accountReasonSchema = z.strictObject({ reason: z.string().min(2).max(500) });

export type MakeUnit = z.infer<typeof makeUnitSchema>;
export type MakeMemberAccounts = z.infer<typeof makeMemberAccountsSchema>;
export type AccountRequest = z.infer<typeof accountRequestSchema>;
export type KeptRequest = z.infer<typeof keptRequestSchema>;

/** Printable slip with the one-time password, shown once to the maker (A2). */
export interface AccountSlip {
  readonly accountId: string;
  readonly accountName: string;
  readonly holder: string;
  readonly unitName: string;
  readonly oneTimePassword: string;
  readonly validUntil: string;
}

/** Bulk actions answer per row: who could not be given an account, and why. */
export interface MemberAccountsAnswer {
  readonly slips: readonly AccountSlip[];
  readonly refused: readonly { readonly row: number; readonly refusal: AccessRefusal }[];
}

export interface AccountListed {
  readonly id: string;
  readonly name: string;
  readonly kind: "unit" | "person" | "duty";
  readonly holder: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly posts: readonly PostKind[];
  readonly permission: Permission;
  readonly state: "active" | "disabled";
  readonly term: z.infer<typeof termSchema>;
  readonly lockedUntil: string | null;
  readonly mayReset: boolean;
  readonly mayDisable: boolean;
}

export interface UnitListed {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly administered: boolean;
}

export interface AccountRequestListed {
  readonly id: string;
  readonly request: AccountRequest;
  readonly unitName: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: "open" | "approved" | "refused";
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly remark: string;
  readonly mayDecide: boolean;
  /** Number of the written application; with the rest of this record the form prints (A4). */
  readonly number: string;
  readonly level: UnitKind;
  /** Approved, and the slip with the one-time password waits for the requester, who sees it once (A2). */
  readonly maySeeSlip: boolean;
}

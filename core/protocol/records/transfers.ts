import { z } from "zod";
import { parseDay, type Day } from "#core/kernel/instant.ts";
import type { TransferAct, TransferKind, TransferScope, TransferState } from "#core/people/transfer/transfer.ts";
import type { FieldDefinition } from "#core/people/field/field.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { RosterCode, RosterView } from "#core/sheet/roster/roster-view.ts";
import type { AnyRefusal } from "../refusal.ts";

/** Requests and answers about letters (M11 to M15). */

export const idSchema = z.string().min(1).max(100);
/** No record and no rule of procedure is older than the party. */
const FIRST_DAY = "1921-07-01";
export const daySchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined && text >= FIRST_DAY)
  .transform((text) => text as Day);
export const reasonSchema = z.string().trim().min(2).max(500);
const duesUntil = z.union([daySchema, z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/), z.literal("")]);

const destinationSchema = z.union([
  /** On this service: a unit by its code (M12). */
  z.strictObject({ unitCode: z.string().min(1).max(60) }),
  /** A committee that is not: in the city (M12a) or in another province (M13). */
  z.strictObject({
    heading: z.string().trim().min(2).max(200),
    finallyTo: z.string().trim().max(200),
    province: z.boolean(),
  }),
]);

/** POST /records/transfers: letters, each row with its own destination (a graduating class in one sheet, M12b). */
export const issueTransfersSchema = z.strictObject({
  on: daySchema,
  reason: reasonSchema,
  rows: z
    .array(
      z.strictObject({
        personId: idSchema,
        to: destinationSchema,
        duesPaidUntil: duesUntil,
        graduate: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(5_000),
});

/** POST /records/transfers/whole-unit: everybody in the unit and below it, in one act (整建制, M12b). */
export const transferUnitSchema = z.strictObject({
  unitId: idSchema,
  to: destinationSchema,
  on: daySchema,
  duesPaidUntil: duesUntil,
  reason: reasonSchema,
});

/** POST /records/transfers/inside: between branches of one's own, at once (M11). */
export const moveInsideSchema = z.strictObject({
  people: z.array(idSchema).min(1).max(5_000),
  branchId: idSchema,
  on: daySchema,
  reason: reasonSchema,
});

/** POST /records/transfers/ask (申请, M12): whoever gives exact ID number and name (M3). */
export const askTransferSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  idNumber: z.string().trim().min(15).max(40),
  unitId: idSchema,
  graduate: z.boolean().default(false),
  reason: reasonSchema,
});

/** POST /records/transfers/act: the same act on one letter or many. */
export const actOnTransfersSchema = z.strictObject({
  transfers: z.array(idSchema).min(1).max(5_000),
  on: daySchema,
  move: z.discriminatedUnion("act", [
    z.strictObject({ act: z.literal("issue"), duesPaidUntil: duesUntil }),
    z.strictObject({ act: z.literal("decline"), reason: reasonSchema }),
    z.strictObject({ act: z.literal("release") }),
    /** null: the receipt of a letter that left the service. */
    z.strictObject({ act: z.literal("receive"), branchId: idSchema.nullable() }),
    z.strictObject({ act: z.literal("endorse"), to: destinationSchema, reason: reasonSchema }),
    z.strictObject({ act: z.literal("revoke"), reason: reasonSchema }),
  ]),
});

/** POST /records/transfers/arrive: in from a committee that is not on this service, who was here before (M13). */
export const arriveSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  idNumber: z.string().trim().min(15).max(40),
  branchId: idSchema,
  heading: z.string().trim().min(2).max(200),
  number: z.string().trim().max(60),
  duesPaidUntil: duesUntil,
  /** Code of the list "restore-kind". */
  restoreKind: z.string().min(1).max(10).default("4"),
  on: daySchema,
  reason: reasonSchema,
});

/** POST /records/transfers/workbook: letters that leave the service, to be sent and come back with the receipts (M12a). */
export const letterWorkbookSchema = z.strictObject({
  transfers: z.array(idSchema).min(1).max(5_000),
  reason: reasonSchema,
});

/** POST /records/transfers/register: in from outside by a registration form, who was never here (M13). */
export const registerArrivalSchema = z.strictObject({
  branchId: idSchema,
  /** The committee that wrote the letter, and its number. */
  heading: z.string().trim().min(2).max(200),
  number: z.string().trim().max(60),
  duesPaidUntil: duesUntil,
  /** Values as typed, by field key. */
  fields: z.record(z.string().max(100), z.string().max(10_000)),
  on: daySchema,
  reason: reasonSchema,
});

/** POST /records/lost (M15) */
export const loseContactSchema = z.strictObject({
  people: z.array(idSchema).min(1).max(500),
  since: daySchema,
  why: z.string().min(1).max(10),
  keeperId: idSchema,
  branchId: idSchema,
  on: daySchema,
  reason: reasonSchema,
});

/** POST /records/found (M15) */
export const findAgainSchema = z.strictObject({
  people: z.array(idSchema).min(1).max(500),
  branchId: idSchema,
  on: daySchema,
  reason: reasonSchema,
});

/** GET /records/transfers */
export const transferQuerySchema = z.strictObject({
  unit: idSchema,
  side: z.enum(["out", "in", "both"]).default("both"),
  open: z.enum(["open", "overdue", "all"]).default("all"),
  on: daySchema.optional(),
});

/** GET /records/transfers/people: whom one may send, move or lose. */
export const transferPeopleSchema = z.strictObject({ unit: idSchema, on: daySchema.optional() });

/** GET /records/transfers/destination: the unit a letter would go to (M12: by code). */
export const destinationQuerySchema = z.strictObject({ code: z.string().trim().min(1).max(60) });

export type IssueTransfers = z.infer<typeof issueTransfersSchema>;
export type TransferUnit = z.infer<typeof transferUnitSchema>;
export type MoveInside = z.infer<typeof moveInsideSchema>;
export type AskTransfer = z.infer<typeof askTransferSchema>;
export type ActOnTransfers = z.infer<typeof actOnTransfersSchema>;
export type Arrive = z.infer<typeof arriveSchema>;
export type LoseContact = z.infer<typeof loseContactSchema>;
export type FindAgain = z.infer<typeof findAgainSchema>;
export type TransferQueryAsked = z.infer<typeof transferQuerySchema>;
export type LetterWorkbook = z.infer<typeof letterWorkbookSchema>;
export type RegisterArrival = z.infer<typeof registerArrivalSchema>;
export type TransferPeopleAsked = z.infer<typeof transferPeopleSchema>;
export type DestinationAsked = z.infer<typeof destinationQuerySchema>;
export type Destination = z.infer<typeof destinationSchema>;

/** Bulk acts answer per row, counted from 0 in the order asked. */
export interface BulkAnswer<Done> {
  readonly done: readonly (Done & { readonly row: number })[];
  readonly refused: readonly { readonly row: number; readonly refusal: AnyRefusal }[];
}

export type TransfersAnswer = BulkAnswer<{ readonly transferId: string; readonly personId: string }>;

/** POST /records/transfers/receipts: the workbook that came back; body: its bytes. Rows are those with a day of arrival. */
export interface ReceiptsAnswer extends TransfersAnswer {
  /** Whose receipts they are, by row. */
  readonly names: readonly string[];
}

export interface TransferListed {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  /** Masked; plain for letters that are overdue, to call their holders (M14). */
  readonly mobile: string;
  readonly kind: TransferKind;
  readonly scope: TransferScope;
  readonly state: TransferState;
  /** Addressed to a committee that is not on this service: its arrival is entered by the receipt. */
  readonly outside: boolean;
  readonly from: string;
  readonly to: string;
  readonly finallyTo: string;
  readonly reason: string;
  readonly number: string | null;
  readonly batchId: string | null;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly overdue: boolean;
  readonly duesPaidUntil: string;
  readonly receivedOn: string | null;
  readonly branch: string | null;
  /** What the caller may do today. */
  readonly acts: readonly TransferAct[];
  readonly steps: readonly {
    readonly act: TransferAct;
    readonly on: string;
    readonly who: string;
    readonly reason: string;
  }[];
}

export interface TransferPerson {
  readonly personId: string;
  readonly name: string;
  /** Masked. */
  readonly idNumber: string;
  readonly unitName: string;
  readonly stage: Stage | null;
  /** Month; "": nothing is known. */
  readonly paidUntil: string;
  /** A letter takes the mobile from the record (M12). */
  readonly hasMobile: boolean;
  /** A letter of his is on its way. */
  readonly underWay: boolean;
  /** `why`: code of "lost-reason". */
  readonly lost: { readonly since: string; readonly why: string; readonly keeper: string } | null;
}

/** GET /records/transfers/choices: what the forms of transfers offer. */
export interface TransferChoices {
  readonly lostReasons: readonly RosterCode[];
  readonly restoreKinds: readonly RosterCode[];
  /** Of the registration form, in its order. */
  readonly registration: Pick<RosterView, "codes"> & { readonly fields: readonly FieldDefinition[] };
}

export interface DestinationFound {
  readonly code: string;
  readonly name: string;
  /** Of the committee or general branch above it; "" for none. */
  readonly above: string;
}

export type RegisterAnswer =
  | { readonly result: "made"; readonly personId: string; readonly transferId: string }
  | {
      readonly result: "refused";
      readonly problems: readonly { readonly field: string; readonly refusal: { readonly code: string } }[];
    };

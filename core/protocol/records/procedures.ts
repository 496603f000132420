import { z } from "zod";
import type { Day } from "#core/kernel/instant.ts";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import type { AdmissionNote } from "#core/people/development/admit.ts";
import type { PlanComparison, PlanEntry, PlanStep } from "#core/people/development/development-plan.ts";
import type { ConversionNote } from "#core/people/conversion/convert.ts";
import type { PaymentKind } from "#core/people/dues/dues-paid.ts";
import type { Label } from "#core/people/field/field.ts";
import type { AnyRefusal } from "../refusal.ts";
import { daySchema, idSchema, reasonSchema, type BulkAnswer } from "./transfers.ts";

/** Requests and answers about plans, admission, conversion, leaving and dues (M1b, M7 to M10, M20). */

const people = z.array(idSchema).min(1).max(5_000);
const month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .transform((text) => text as Month);
const year = z.number().int().min(2_000).max(2_100);
const count = z.number().int().min(0).max(100_000);

/** GET /records/plans?unit&year: plans of the unit and everything below it. */
export const planQuerySchema = z.strictObject({ unit: idSchema, year: z.coerce.number().int().min(2_000).max(2_100) });
/** POST /records/plans/act: a unit's plan of a year; the first entry makes it (M7, M8). */
export const actOnPlanSchema = z.strictObject({
  unitId: idSchema,
  year,
  act: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("add"), people }),
    z.strictObject({ kind: z.literal("remove"), people }),
    /** 上报数 */
    z.strictObject({ kind: z.literal("report"), number: count }),
    /** By the unit's own leader. */
    z.strictObject({ kind: z.literal("confirm") }),
    z.strictObject({ kind: z.literal("reopen") }),
    /** 审批数, by the superior. */
    z.strictObject({ kind: z.literal("approve"), number: count }),
    z.strictObject({ kind: z.literal("check"), people, due: z.boolean(), reason: z.string().trim().max(500) }),
    z.strictObject({ kind: z.literal("close-list") }),
    z.strictObject({ kind: z.literal("sealed"), on: daySchema }),
    /** By the superior. */
    z.strictObject({ kind: z.literal("received"), on: daySchema }),
  ]),
});
/** POST /records/plans/list: 《<单位><年>年计划发展对象名单》 as .xlsx (M8). */
export const planListSchema = z.strictObject({ unitId: idSchema, year, reason: reasonSchema });

/** POST /records/admissions (M9) */
export const admitSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        personId: idSchema,
        joinedOn: daySchema,
        /** Left out: what the age proposes. */
        joinKind: z.string().min(1).max(10).optional(),
        approvingCommittee: z.string().trim().max(200),
        approvedOn: daySchema,
        bookNumber: z.string().trim().max(60),
      }),
    )
    .min(1)
    .max(2_000),
  reason: z.string().trim().max(500).default(""),
});

/** POST /records/conversions (M10): one tick and a date for many, or another result with its note. */
export const convertSchema = z.strictObject({
  people,
  result: z.enum([
    ...(["on-time", "extended", "postponed", "after-extension"] as const),
    ...(["undecided", "cancelled-after", "cancelled-within"] as const),
  ]),
  /** Left out: for each the day his probation is over. */
  on: daySchema.optional(),
  months: z.number().int().min(1).max(24).optional(),
  note: z.string().trim().max(2_000).default(""),
  approvedOn: daySchema.nullable().default(null),
});
/** GET /records/conversions/due?unit&on */
export const dueQuerySchema = z.strictObject({ unit: idSchema, on: daySchema.optional() });

/** GET /records/leavings?unit */
export const leavingsQuerySchema = z.strictObject({ unit: idSchema });
/** POST /records/leavings (M1b) */
export const leaveSchema = z.strictObject({
  people,
  on: daySchema,
  /** Code of the list "leave-kind". */
  kind: z.string().min(1).max(10),
  authority: z.string().trim().max(200),
  /** Code of the list "leave-ground", for who left the party (table 11); "": not said. */
  ground: z.string().max(10).default(""),
  note: z.string().trim().max(2_000).default(""),
  reason: reasonSchema,
});
/** POST /records/restorings (M1b) */
export const restoreSchema = z.strictObject({
  people,
  on: daySchema,
  branchId: idSchema,
  /** Code of the list "restore-kind". */
  kind: z.string().min(1).max(10),
  reason: reasonSchema,
});

/** GET /records/dues?unit&on */
export const duesQuerySchema = z.strictObject({ unit: idSchema, on: daySchema.optional() });
/** POST /records/dues: months from to, each row with its amount or what is proposed (M20). */
export const payDuesSchema = z.strictObject({
  from: month,
  to: month,
  paidOn: daySchema,
  rows: z
    .array(
      z.strictObject({
        personId: idSchema,
        /** Yuan per month; left out: the person's monthly amount, or what base and bands propose. */
        amount: z.string().max(20).optional(),
        kind: z.enum(["monthly", "reduced", "exempt", "voluntary"]).default("monthly"),
        approval: z.string().trim().max(500).default(""),
      }),
    )
    .min(1)
    .max(10_000),
});
/** POST /records/archives (M16): a full export, named with its unit and the period since the last one. */
export const archiveSchema = z.strictObject({
  unitId: idSchema,
  list: z.enum(["members", "transfers-out", "transfers-in"]),
  reason: reasonSchema,
});
/** GET /records/unit-notices?unit */
export const unitNoticesSchema = z.strictObject({ unit: idSchema });

export type ActOnPlan = z.infer<typeof actOnPlanSchema>;
export type PlanActKind = ActOnPlan["act"]["kind"];
export type PlanListAsked = z.infer<typeof planListSchema>;
export type PlanQuery = z.infer<typeof planQuerySchema>;
export type Admit = z.infer<typeof admitSchema>;
export type ConvertPeople = z.infer<typeof convertSchema>;
export type DueQuery = z.infer<typeof dueQuerySchema>;
export type Leave = z.infer<typeof leaveSchema>;
export type Restore = z.infer<typeof restoreSchema>;
export type PayDues = z.infer<typeof payDuesSchema>;
export type Archive = z.infer<typeof archiveSchema>;
export type DuesQuery = z.infer<typeof duesQuerySchema>;

export interface PlanView {
  /** null: nobody was entered yet. */
  readonly id: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly step: PlanStep;
  readonly reported: number | null;
  readonly approved: number | null;
  readonly confirmedBy: string | null;
  readonly approvedBy: string | null;
  readonly sealedOn: Day | null;
  readonly receivedOn: Day | null;
  readonly entries: readonly PlanEntryView[];
  /** Of the plan's year, as records stand now (M8). */
  readonly comparison: PlanComparisonView;
  /** 10 December of the year before; the list is due two weeks after the approval. */
  readonly planDue: Day;
  readonly listDue: Day | null;
  /** What the caller may do by who he is, at whatever step the plan stands. */
  readonly mine: readonly PlanActKind[];
}

export interface PlanComparisonView extends Omit<PlanComparison, "notAdmitted" | "notListed"> {
  readonly notAdmitted: readonly NamedPerson[];
  readonly notListed: readonly NamedPerson[];
  /** Candidates of today in the unit and below it, and those of them that no plan of the year holds. */
  readonly candidates: number;
  readonly notPlanned: readonly NamedPerson[];
}

export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
}

export interface PlanEntryView {
  readonly personId: string;
  readonly name: string;
  readonly cultivators: string;
  readonly activistOn: string;
  readonly candidateOn: string;
  readonly unitName: string;
  readonly trainingKind: Label | null;
  readonly trainingOn: string;
  readonly trainingResult: Label | null;
  readonly check: PlanEntry["check"];
  readonly reason: string;
  readonly joinedOn: string;
}

export type PlanAnswer = {
  readonly plan: PlanView;
  /** People that were not taken, in the order asked. */
  readonly refused: readonly { readonly row: number; readonly refusal: AnyRefusal }[];
};

/** Of acts that change nothing but records. */
export type PeopleAnswer = BulkAnswer<{ readonly personId: string }>;
export type AdmitAnswer = BulkAnswer<{ readonly personId: string; readonly notes: readonly AdmissionNote[] }>;
export type ConvertAnswer = BulkAnswer<{ readonly personId: string; readonly notes: readonly ConversionNote[] }>;
export type PayAnswer = BulkAnswer<{ readonly personId: string; readonly amount: string }>;

export interface ConversionDue {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly joinedOn: string;
  /** The day probation is over. */
  readonly dueOn: Day;
  readonly extended: boolean;
}

export interface DuesRow {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  /** Code of the list "dues-kind". */
  readonly kind: string;
  readonly kindLabel: Label | null;
  readonly base: string;
  readonly monthly: string;
  /** What base and bands give; null where it is approved, or the base is missing. */
  readonly proposed: string | null;
  readonly paidUntil: Month | null;
  /** The first month that counts as owed; null: neither joining nor any payment is known. */
  readonly owedFrom: Month | null;
  readonly unpaidMonths: number;
  /** Six months or more. */
  readonly longUnpaid: boolean;
}

export interface PaymentListed {
  readonly from: Month;
  readonly to: Month;
  readonly amount: string;
  readonly kind: PaymentKind;
  readonly approval: string;
  readonly paidOn: string;
  readonly who: string;
}

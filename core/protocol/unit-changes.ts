import { z } from "zod";
import { daySchema, idSchema, reasonSchema } from "./transfers.ts";

/** POST /records/unit-changes: move, merge, revoke, delete (M18). */
export const changeUnitSchema = z.strictObject({
  unitId: idSchema,
  on: daySchema,
  reason: reasonSchema,
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("move"), parentId: idSchema }),
    z.strictObject({ kind: z.literal("merge"), intoId: idSchema }),
    z.strictObject({ kind: z.literal("revoke") }),
    z.strictObject({ kind: z.literal("delete") }),
  ]),
});

/** POST /records/elections: the result reported upward (M19); the secretary's mobile comes from his record (M5). */
export const reportElectionSchema = z.strictObject({
  unitId: idSchema,
  electedOn: daySchema,
  /** Years. */
  term: z.number().int().min(1).max(10),
  /** Code of the list "election-way". */
  way: z.string().min(1).max(10),
  document: z.string().trim().min(1).max(100),
  secretaryId: idSchema,
  deputyIds: z.array(idSchema).max(10).default([]),
  reason: z.string().trim().max(500).default(""),
});

export type ChangeUnit = z.infer<typeof changeUnitSchema>;
export type ReportElection = z.infer<typeof reportElectionSchema>;

/** What followed a unit that was merged. */
export interface UnitChanged {
  readonly people: number;
  readonly units: number;
  readonly ledgers: number;
  readonly transfers: number;
}

export interface ElectionReported {
  readonly due: string;
}

import { z } from "zod";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { UnitContents } from "#core/people/unit-changes/decide-unit-change.ts";
import { daySchema, idSchema, reasonSchema } from "./transfers.ts";

/** POST /records/unit-changes: move, merge, rename, revoke, delete (M18). */
export const changeUnitSchema = z.strictObject({
  unitId: idSchema,
  on: daySchema,
  reason: reasonSchema,
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("move"), parentId: idSchema }),
    z.strictObject({ kind: z.literal("merge"), intoId: idSchema }),
    z.strictObject({
      kind: z.literal("rename"),
      name: z.string().trim().min(2).max(100),
      shortName: z.string().trim().min(2).max(40),
    }),
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

/** GET /records/unit-tree?unit: a unit and everything below it, parents before children (M17). */
export const unitTreeQuery = z.strictObject({ unit: idSchema });

export interface UnitInTree {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly foundedOn: string | null;
  /** First day of its present place and name; null: since before the records. */
  readonly since: string | null;
  readonly members: number;
  /** The caller may change it (M18). */
  readonly mayChange: boolean;
}

/** GET /records/units/:unit: what hangs on it, and what it was before (M18). */
export interface UnitCard {
  readonly unit: UnitInTree;
  readonly contents: UnitContents;
  /** Newest first. */
  readonly earlier: readonly EarlierUnit[];
}

export interface EarlierUnit {
  readonly name: string;
  readonly parentName: string;
  /** First day, and the first no longer. */
  readonly from: string;
  readonly until: string;
}

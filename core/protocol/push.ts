import { z } from "zod";
import type { AnyRefusal } from "./refusal.ts";

/** One edit as it travels; found by diffing a sheet against its base, or made by a button of the workbench. */
export const pushEditSchema = z.strictObject({
  record: z.string().min(1).max(200),
  field: z.string().min(1).max(100),
  baseRevision: z.int().min(0),
  value: z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
  reason: z.string().max(2_000).optional(),
  acknowledged: z.boolean().optional(),
  /** Where the officer typed it; comes back with refusals. */
  place: z.strictObject({ sheet: z.string().max(31), address: z.string().max(12) }).optional(),
});

export const MOST_EDITS = 5_000;

/** `key` is scoped to the account: the same key with the same body gives the first answer again, with another body it is refused. */
export const pushRequestSchema = z.strictObject({
  key: z.string().min(8).max(80),
  edits: z.array(pushEditSchema).min(1).max(MOST_EDITS),
});

export type PushEdit = z.infer<typeof pushEditSchema>;
export type PushRequest = z.infer<typeof pushRequestSchema>;

/** One per edit, in the order of the edits. */
export type Outcome =
  | { readonly result: "accepted"; readonly revision: number }
  | { readonly result: "unchanged"; readonly revision: number }
  | { readonly result: "refused"; readonly refusal: AnyRefusal }
  | { readonly result: "conflict"; readonly theirs: string | null; readonly revision: number; readonly who: string; readonly at: string };

export interface PushAnswer {
  /** Change number of this push, 0 when nothing was written. */
  readonly change: number;
  readonly outcomes: readonly Outcome[];
}

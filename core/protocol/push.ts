import { z } from "zod";
import type { CellValue } from "#core/sheet/cell.ts";
import type { SheetProblem } from "#core/sheet/edit.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { AnyRefusal } from "./refusal.ts";
import { isStorableText } from "./storable-text.ts";

/** One edit as it travels; found by diffing a sheet against its base, or made by a button of the workbench. */
export const pushEditSchema = z.strictObject({
  record: z.string().min(1).max(200).refine(isStorableText),
  field: z.string().min(1).max(100).refine(isStorableText),
  baseRevision: z.int().min(0),
  value: z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
  reason: z.string().max(2_000).refine(isStorableText).optional(),
  acknowledged: z.boolean().optional(),
  /** Where the officer typed it; comes back with refusals. */
  place: z.strictObject({ sheet: z.string().max(31), address: z.string().max(12) }).optional(),
});

/** In one push: all that can be typed into a ledger of usual size; two columns of a roster of ten thousand people. */
export const MOST_EDITS = { ledger: 5_000, records: 20_000 } as const;

export const ledgerPushSchema = pushSchemaOf(MOST_EDITS.ledger);
export const recordPushSchema = pushSchemaOf(MOST_EDITS.records);

/** `key` is scoped to the account: the same key with the same body gives the first answer again, with another body it is refused. */
function pushSchemaOf(most: number) {
  return z.strictObject({
    key: z.string().min(8).max(80).refine(isStorableText),
    edits: z.array(pushEditSchema).min(1).max(most),
  });
}

export type PushEdit = z.infer<typeof pushEditSchema>;
export type PushRequest = z.infer<typeof ledgerPushSchema>;

/** One per edit, in the order of the edits. */
export type Outcome =
  | { readonly result: "accepted"; readonly revision: number }
  | { readonly result: "unchanged"; readonly revision: number }
  | { readonly result: "refused"; readonly refusal: AnyRefusal }
  | {
      readonly result: "conflict";
      readonly theirs: string | null;
      readonly revision: number;
      readonly who: string;
      readonly at: string;
    };

export interface PushAnswer {
  /** No change of this push has a smaller number (on PostgreSQL another push may come in between); 0 when nothing was written. */
  readonly change: number;
  readonly outcomes: readonly Outcome[];
}

/** POST /api/ledgers/:ledger/import: what the officer changed in the workbook, cell by cell, and what became of it. */
export interface ImportAnswer {
  readonly ledgerId: string;
  readonly ledgerName: string;
  readonly dryRun: boolean;
  readonly change: number;
  readonly cells: readonly ImportedCell[];
  /** What could not be sent and why; the cells beside it were sent. */
  readonly problems: readonly SheetProblem[];
}

export interface ImportedCell {
  readonly record: string;
  readonly field: string;
  readonly base: CellValue;
  readonly value: CellValue;
  readonly place: CellPlace;
  readonly outcome: Outcome;
}

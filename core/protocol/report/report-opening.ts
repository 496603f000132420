import { z } from "zod";
import type { OpeningRefusal } from "#core/report/opening/judge-opening.ts";
import type { SheetProblem } from "#core/sheet/edit.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import { isStorableText } from "../storable-text.ts";

const LEAST_YEAR = 1921;
const MOST_YEAR = 2200;
const text = z.string().trim().max(500).refine(isStorableText).default("");
const exportReason = z.string().trim().min(1).max(500).refine(isStorableText);
const mark = z.string().max(200).default("");

/** POST .../opening (R14): numbers by "1!A16"; with `dryRun` nothing is written. */
export const openingSchema = z.strictObject({
  year: z.int().min(LEAST_YEAR).max(MOST_YEAR),
  reason: text,
  values: z.record(z.string().min(3).max(20).refine(isStorableText), z.number()),
  base: mark,
  dryRun: z.boolean().default(false),
});

/** POST .../opening/book (R14): the same typed into a workbook of the form, which is the body. */
export const openingBookQuery = z.strictObject({
  year: z.coerce.number().int().min(LEAST_YEAR).max(MOST_YEAR),
  reason: text,
  base: mark,
  dryRun: z.stringbool().default(false),
});

/** GET .../opening/book (R14): an empty form of the set for the figures of that year. */
export const openingFormQuery = z.strictObject({ year: openingBookQuery.shape.year, reason: exportReason });

export interface OpeningAnswer {
  readonly year: number;
  readonly dryRun: boolean;
  /** What stands there before; it is replaced by whoever names its mark as `base`, so that nobody replaces what he has not seen. */
  readonly base: string;
  readonly standing: {
    readonly cells: number;
    readonly who: string;
    readonly at: string;
    readonly reason: string;
  } | null;
  /** That year has an accepted report: it is compared with, not these figures. */
  readonly accepted: boolean;
  /** The very same figures stood there already, for the same reason: nothing was written. */
  readonly same: boolean;
  /** All that are kept, computed ones among them. */
  readonly cells: number;
  /** Numbers of a workbook that stand in it as it was issued: this year's, and not loaded. */
  readonly unchanged: number;
  /** What of a workbook was left out, and why: a copied sheet, a doubled row. The first 200. */
  readonly problems: readonly SheetProblem[];
  readonly tables: readonly OpeningTable[];
  /** The first 200; while there is one, nothing is loaded. */
  readonly refused: readonly OpeningRefused[];
  readonly refusedCount: number;
}

export interface OpeningTable {
  readonly table: number;
  readonly title: string;
  readonly cells: number;
  /** Those of them that are other numbers than the ones that stand there, and those that stand there and are no more. */
  readonly moved: number;
}

export interface OpeningRefused {
  readonly refusal: OpeningRefusal;
  /** In the workbook; null: they came by themselves. */
  readonly place: CellPlace | null;
}

import { z } from "zod";
import type { RowProblem } from "#core/people/import/read-row.ts";

/**
 * People from a foreign spreadsheet (W8). The file itself is sent with each step and never kept: inspect it, stage it with the
 * confirmed mapping, look at the preview, commit, and take it back with a result column.
 */

/** POST /records/imports/inspect: body the file. */
export interface InspectedWorkbook {
  readonly sheets: readonly InspectedSheet[];
  /** What a column may be said to hold. */
  readonly fields: readonly ImportField[];
}

export interface ImportField {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Editions of its codes; bare codes need one of them. */
  readonly editions: readonly string[];
}

export interface InspectedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Tables of people that were found, uppermost first. */
  readonly tables: readonly InspectedTable[];
}

export interface InspectedTable {
  /** 1-based, as the officer counts. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly columns: readonly InspectedColumn[];
  /** Fields that two columns claim; the officer decides. */
  readonly conflicts: readonly { readonly field: string; readonly columns: readonly number[] }[];
}

export interface InspectedColumn {
  readonly index: number;
  /** The heading, levels joined by " / ". */
  readonly header: string;
  /** Proposed field; null: not taken. */
  readonly field: string | null;
  readonly by: "remembered" | "label" | "shape" | "none";
  readonly edition: string | null;
  /** Its bare codes mean different things in different editions, and nothing says which. */
  readonly editionNeeded: boolean;
  /** The first values under it, as seen. */
  readonly samples: readonly string[];
}

export const importMappingSchema = z.strictObject({
  sheet: z.string().min(1).max(31),
  /** Of the table, as `inspect` gave it. */
  headerRow: z.int().min(1).max(1_048_576),
  columns: z
    .array(
      z.strictObject({
        index: z.int().min(0).max(16_383),
        field: z.string().min(1).max(100),
        edition: z.string().min(1).max(20).nullable(),
      }),
    )
    .min(1)
    .max(300),
});
export type ImportMapping = z.infer<typeof importMappingSchema>;

/** POST /records/imports?unit: body the file; header X-Import-Mapping: the mapping as JSON, percent-encoded; X-File-Name as for evidence. */
export const importUnitQuery = z.strictObject({ unit: z.string().min(1).max(100) });

export const IMPORT_VERDICTS = ["new", "changed", "unchanged", "refused", "doubled"] as const;
export type ImportVerdictName = (typeof IMPORT_VERDICTS)[number];

/** GET /records/imports?unit (one's own there), GET /records/imports/:import, and the answer to staging and committing. */
export interface ImportView {
  readonly id: string;
  readonly fileName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly madeAt: string;
  readonly state: "staging" | "staged" | "committed" | "dropped";
  readonly counts: Readonly<Record<ImportVerdictName, number>>;
  /** Rows of the sheet that are no people: titles, sums, instructions. */
  readonly skipped: number;
}

/** GET /records/imports/:import/rows?verdict&after&most */
export const importRowsQuery = z.strictObject({
  verdict: z.enum(IMPORT_VERDICTS).optional(),
  after: z.coerce.number().int().min(0).max(1_048_576).optional(),
  most: z.coerce.number().int().min(1).max(1_000).default(200),
});

export interface ImportRowView {
  /** 1-based. */
  readonly row: number;
  readonly verdict: ImportVerdictName;
  readonly record: string | null;
  readonly detail: ImportRowDetail;
}

/** Sensitive values are masked. */
export interface ImportRowDetail {
  readonly name: string;
  readonly changes?: readonly { readonly field: string; readonly old: string | null; readonly value: string | null }[];
  /** Columns 0-based; null: the row as a whole. */
  readonly problems?: readonly RowProblem[];
  /** The earlier row that is the same human being, 1-based. */
  readonly sameAs?: number;
  /** Columns, 0-based, whose cell is a formula: its saved result was taken. */
  readonly computed?: readonly number[];
}

/** POST /records/imports/:import/commit */
export const commitImportSchema = z.strictObject({ reason: z.string().trim().min(1).max(500) });

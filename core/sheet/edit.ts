import type { CellValue } from "./cell.ts";
import type { CellPlace } from "./reading.ts";

/** One change an officer made, found by diffing against the base snapshot. */
export interface Edit {
  readonly record: string;
  readonly field: string;
  readonly base: CellValue;
  readonly baseRevision: number;
  readonly value: CellValue;
  /** Typed in the row's reason column or asked for by the workbench. */
  readonly reason?: string;
  /** Told plainly that whoever changes another's score answers for it (L7). */
  readonly acknowledged?: boolean;
  readonly place: CellPlace;
}

/** Something that cannot be sent, and why; shown, never guessed. The first group stops the whole push. */
export type SheetProblem =
  | { readonly code: "no-base-snapshot" }
  | { readonly code: "sheet-missing"; readonly sheet: string }
  | { readonly code: "sheet-copied"; readonly sheet: string; readonly original: string }
  | { readonly code: "key-column-missing"; readonly sheet: string }
  | { readonly code: "key-row-missing"; readonly sheet: string }
  | {
      readonly code: "sorted-without-keys";
      readonly place: CellPlace;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: "row-key-doubled"; readonly place: CellPlace; readonly key: string }
  | { readonly code: "row-key-unknown"; readonly place: CellPlace; readonly key: string }
  | { readonly code: "row-missing"; readonly sheet: string; readonly key: string; readonly identity: string }
  | { readonly code: "column-missing"; readonly sheet: string; readonly column: string }
  | { readonly code: "column-key-doubled"; readonly sheet: string; readonly column: string }
  | {
      readonly code: "formula-overtyped";
      readonly place: CellPlace;
      readonly formula: string;
      readonly found: CellValue;
    }
  | {
      readonly code: "locked-cell-changed";
      readonly place: CellPlace;
      readonly base: CellValue;
      readonly found: CellValue;
    }
  | { readonly code: "formula-in-input"; readonly place: CellPlace; readonly formula: string }
  | { readonly code: "row-without-key"; readonly place: CellPlace }
  | { readonly code: "reason-without-edit"; readonly place: CellPlace; readonly reason: string }
  | { readonly code: "reason-not-kept"; readonly place: CellPlace; readonly reason: string };

export interface SheetDiff {
  readonly edits: readonly Edit[];
  readonly problems: readonly SheetProblem[];
  /** True when a problem makes every key doubtful: nothing may be sent. */
  readonly stopped: boolean;
}

import type { LedgerRefusal } from "#core/ledger/ledger-refusal.ts";
import { checkReason, cleanReason } from "#core/ledger/item-rules/check-reason.ts";
import type { ReportEntryRefusal } from "../report-refusal.ts";
import type { EnterableCell } from "./enterable-cells.ts";
import { parseEntryValue } from "./parse-entry-value.ts";
import type { ReportEntry } from "./report-entry.ts";

export interface EntryEdit {
  readonly cell: string;
  readonly baseRevision: number;
  readonly value: string | number | boolean | null;
  readonly reason: string;
}

/** A cell as it stands when the edit arrives. */
export interface EntryPlace {
  /** undefined: the form has no such cell. */
  readonly cell: EnterableCell | undefined;
  /** What the report shows; in a rehearsal it may be the report's, whose revision is 0 here. */
  readonly shown: ReportEntry | undefined;
  /** Of this report's own row; 0: none yet. */
  readonly revision: number;
  /** What the records say; 0 for cells that are not counted. */
  readonly generated: number;
}

/** "fill" and "clear" of a cell that is filled by hand; "override" and "restore" of one that is generated (R3). */
export type EntryAction = "fill" | "clear" | "override" | "restore";

export type JudgedEntry =
  | {
      readonly kind: "write";
      readonly action: EntryAction;
      readonly old: string | null;
      readonly entry: Pick<ReportEntry, "cell" | "kind" | "value" | "generated" | "reason" | "revision">;
    }
  | { readonly kind: "unchanged"; readonly revision: number }
  | { readonly kind: "conflict"; readonly theirs: string | null; readonly revision: number }
  | { readonly kind: "refused"; readonly refusal: ReportEntryRefusal | LedgerRefusal };

/** What becomes of a number typed into a report. */
export function judgeEntry(edit: EntryEdit, place: EntryPlace): JudgedEntry {
  const { cell, shown, revision } = place;
  if (!cell || !isEnterable(cell)) return { kind: "refused", refusal: { code: "report-cell-locked", cell: edit.cell } };
  const parsed = parseEntryValue(edit.value, { cell: edit.cell, decimals: cell.decimals });
  if (!parsed.ok) return { kind: "refused", refusal: parsed.refusal };
  const judge = cell.compiled.rule.kind === "manual" ? filled : forced;
  const judged = judge(edit, place, parsed.value);
  if (judged.kind === "unchanged" || revision === edit.baseRevision) return judged;
  return { kind: "conflict", theirs: shown?.value ?? null, revision };
}

function isEnterable({ compiled: { rule } }: EnterableCell): boolean {
  return rule.kind === "manual" || rule.kind === "generated";
}

function filled({ cell }: EntryEdit, { shown, revision }: EntryPlace, value: string | null): JudgedEntry {
  const old = shown?.value ?? null;
  if (old === value) return { kind: "unchanged", revision };
  const entry = { cell, kind: "manual", value, generated: null, reason: "", revision: revision + 1 } as const;
  return { kind: "write", action: value === null ? "clear" : "fill", old, entry };
}

/** The number that the records say anyway is no override: it restores. */
function forced(edit: EntryEdit, { shown, revision, generated }: EntryPlace, value: string | null): JudgedEntry {
  const { cell } = edit;
  const [old, says] = [shown?.value ?? null, String(generated)];
  const reason = cleanReason(edit.reason);
  if (value === null || value === says) {
    if (old === null) return { kind: "unchanged", revision };
    const entry = { cell, kind: "override", value: null, generated: null, reason, revision: revision + 1 } as const;
    return { kind: "write", action: "restore", old, entry };
  }
  // A stale override that is typed again is meant anew.
  if (value === old && shown?.generated === says) return { kind: "unchanged", revision };
  const refusal = checkReason(reason);
  if (refusal) return { kind: "refused", refusal };
  const entry = { cell, kind: "override", value, generated: says, reason, revision: revision + 1 } as const;
  return { kind: "write", action: "override", old, entry };
}

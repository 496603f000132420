import { onceFor } from "#core/kernel/once-for.ts";
import type { GeneratedValues } from "../counting/tabulate.ts";
import type { EnterableCell } from "./enterable-cells.ts";
import type { ReportEntry } from "./report-entry.ts";

export interface EntriesGiven {
  readonly own: readonly ReportEntry[];
  /** In a rehearsal: those of the report itself, seen where the rehearsal has none of its own (R12). */
  readonly behind: readonly ReportEntry[];
}

/** A number forced over what the records say (R3). */
export interface StandingOverride {
  readonly cell: string;
  readonly entry: ReportEntry;
  readonly generated: number;
  /** The records say something else than when it was forced. */
  readonly stale: boolean;
}

/**
 * Entries as they stand, by cell; what was taken back is among them, with value null. An entry of a cell that the form fills in
 * another way by now is left out.
 */
export function standingEntries(
  { own, behind }: EntriesGiven,
  cells: ReadonlyMap<string, EnterableCell>,
): ReadonlyMap<string, ReportEntry> {
  const all = [...behind.map((entry) => ({ ...entry, revision: 0 })), ...own];
  return new Map(all.filter(({ cell, kind }) => fits(kind, cells.get(cell))).map((entry) => [entry.cell, entry]));
}

function fits(kind: ReportEntry["kind"], cell: EnterableCell | undefined): boolean {
  return cell?.compiled.rule.kind === (kind === "override" ? "generated" : "manual");
}

/** What counts instead of what is generated. */
export function enteredValues(entries: ReadonlyMap<string, ReportEntry>): ReadonlyMap<string, number> {
  return new Map([...entries].flatMap(([cell, { value }]) => (value === null ? [] : [[cell, Number(value)] as const])));
}

export function standingOverrides(
  entries: ReadonlyMap<string, ReportEntry>,
  generated: GeneratedValues,
): readonly StandingOverride[] {
  return [...entries].flatMap(([cell, entry]) => {
    if (entry.kind !== "override" || entry.value === null) return [];
    const now = generated.get(cell) ?? 0;
    return [{ cell, entry, generated: now, stale: String(now) !== entry.generated }];
  });
}

/** Cells still to be filled by hand, in the form's order. */
export function manualEmpty(
  entries: ReadonlyMap<string, ReportEntry>,
  cells: ReadonlyMap<string, EnterableCell>,
): readonly string[] {
  return manualCells(cells).filter((cell) => (entries.get(cell)?.value ?? null) === null);
}

/** Cells that are filled by hand. */
const manualCells = onceFor((cells: ReadonlyMap<string, EnterableCell>): readonly string[] =>
  [...cells].flatMap(([cell, { compiled }]) => (compiled.rule.kind === "manual" ? [cell] : [])),
);

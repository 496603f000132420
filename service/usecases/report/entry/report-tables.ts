import type { CompiledTable } from "#core/report/compile/compiled-set.ts";
import type { RemarkRecord } from "#service/ports/reports/reports.ts";
import type { ReportCellView, ReportTableView } from "#core/sheet/report/report-view.ts";
import type { StandingOverride } from "#core/report/entry/standing-entries.ts";
import type { ReportEntry } from "#core/report/entry/report-entry.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import type { ReportStanding } from "./report-standing.ts";

/** What a form's tables are filled with. */
export type TablesFilling = Pick<ReportStanding, "values" | "cells" | "entries" | "revisions" | "overrides"> & {
  readonly opened: Pick<ReportStanding["opened"], "compiled">;
};

/** A form's tables with every cell as it stands, and the superior's remarks on them. */
export function reportTables(standing: TablesFilling, remarks: readonly RemarkRecord[]): readonly ReportTableView[] {
  const overrides = new Map(standing.overrides.map((each) => [each.cell, each]));
  const byCell = groupBy(remarks, ({ cell }) => cell);
  const shown = (key: string, cell: CompiledTable["cells"][number]): ReportCellView | null =>
    cellView(cell, {
      value: standing.values.get(key) ?? null,
      decimals: standing.cells.get(key)?.decimals === true,
      entry: standing.entries.get(key),
      revision: standing.revisions.get(key) ?? 0,
      override: overrides.get(key),
      remarks: (byCell.get(key) ?? []).map(({ text }) => text),
    });
  return standing.opened.compiled.tables.map(({ definition, cells }) => ({
    no: definition.no,
    name: definition.name,
    columns: definition.columns.map(({ id, path }) => ({ id, path })),
    rows: definition.rows.map(({ no, path, indent }) => ({ no, path, indent })),
    supplement: definition.supplement.map(({ no, text, blanks }) => ({ no, text, blanks: blanks.length })),
    cells: Object.fromEntries(
      cells.flatMap((each) => {
        const view = shown(`${definition.no}!${each.cell}`, each);
        return view ? [[each.cell, view] as const] : [];
      }),
    ),
  }));
}

interface CellState {
  readonly value: number | null;
  readonly decimals: boolean;
  readonly entry: ReportEntry | undefined;
  readonly revision: number;
  readonly override: StandingOverride | undefined;
  readonly remarks: readonly string[];
}

function cellView(
  { rule }: CompiledTable["cells"][number],
  { value, decimals, entry, revision, override, remarks }: CellState,
): ReportCellView | null {
  if (rule.kind === "none") return null;
  const noted = remarks.length === 0 ? {} : { remarks };
  if (rule.kind === "formula") return { kind: "formula", value, formula: rule.formula, ...noted };
  const view = { value, ...(decimals ? { decimals } : {}), ...(revision > 0 ? { revision } : {}), ...noted };
  if (rule.kind === "generated") return { kind: "generated", ...view, ...(override ? overrideView(override) : {}) };
  const filled = entry && entry.value !== null ? { filled: { who: entry.who, at: entry.at } } : {};
  return { kind: "manual", ...view, why: rule.why, ...filled };
}

function overrideView({ entry, generated, stale }: StandingOverride): Pick<ReportCellView, "override"> {
  const { who, at, reason } = entry;
  return { override: { generated, then: Number(entry.generated ?? 0), stale, who, at, reason } };
}

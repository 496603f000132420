import type { DrillRow } from "#core/protocol/report/report-tracing.ts";
import type { StoodFinding } from "#core/report/explaining/stood-findings.ts";
import { drillView } from "../tracing/drill-cell.ts";
import type { TracedReport } from "../tracing/traced-report.ts";
import type { ReportServices } from "../report-services.ts";
import type { ReportStanding } from "../entry/report-standing.ts";

/** The people behind a number that wants their names (R4, R8). */
export interface NameList {
  readonly finding: StoodFinding;
  readonly rows: readonly DrillRow[];
}

/** What a list is made for: checks that ask for names, and do not hold. */
export function listedFindings({ findings }: Pick<ReportStanding, "findings">): readonly StoodFinding[] {
  return findings.filter(({ check }) => check.wantsNames);
}

/** Each person once, in the order of the cells; IDs are masked (A12). */
export async function nameLists(
  services: Pick<ReportServices, "reportSets">,
  traced: TracedReport,
  findings: readonly StoodFinding[],
): Promise<readonly NameList[]> {
  const lists: NameList[] = [];
  for (const finding of findings) {
    const rows = new Map<string, DrillRow>();
    const cells = finding.cells.filter(({ lastYear }) => !lastYear).map(({ table, cell }) => `${table}!${cell}`);
    for (const cell of new Set(cells)) {
      const drilled = await drillView(services, traced, { cell });
      // What was filled in by hand has nobody behind it.
      if (drilled.ok) for (const row of drilled.value.rows) rows.set(row.record, rows.get(row.record) ?? row);
    }
    lists.push({ finding, rows: [...rows.values()] });
  }
  return lists;
}

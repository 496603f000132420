import { useMemo, useState } from "react";
import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import { tablesOfFinding } from "./tables-of-finding.ts";

/** null: all of them. */
export interface FindingsWish {
  readonly severity: ReportFindingView["severity"] | null;
  readonly table: number | null;
}

const RANK: Readonly<Record<ReportFindingView["severity"], number>> = { error: 0, explain: 1, hint: 2 };

/** The findings that are wanted, the worst first. */
export function useFindingsFilter(findings: readonly ReportFindingView[]) {
  const [wish, setWish] = useState<FindingsWish>({ severity: null, table: null });
  const found = useMemo(
    () =>
      findings
        .filter(({ severity }) => wish.severity === null || severity === wish.severity)
        .filter((finding) => wish.table === null || tablesOfFinding(finding).includes(wish.table))
        .toSorted((a, b) => RANK[a.severity] - RANK[b.severity]),
    [findings, wish],
  );
  return { wish, setWish, found };
}

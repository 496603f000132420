import type { ReportFindingView } from "#core/sheet/report/report-view.ts";

/** "D-001 C": the check, and the row or column it fails in. */
export function findingName({ code, line }: Pick<ReportFindingView, "code" | "line">): string {
  return `${code} ${line}`.trim();
}

import { relationText } from "#core/report/check/relation-text.ts";
import type { StoodFinding } from "#core/report/explaining/stood-findings.ts";
import type { ReportFindingView } from "#core/sheet/report/report-view.ts";

export function findingViewOf(finding: StoodFinding): ReportFindingView {
  const { check, line, left, right, difference, cells, explanation, old, exempt } = finding;
  const { code, severity, table, text, wantsNames } = check;
  return {
    ...{ code, severity, line, table, text, left, right, difference, wantsNames, old, exempt },
    relation: relationText(check.test),
    cells: [...new Set(cells.filter(({ lastYear }) => !lastYear).map(({ table: no, cell }) => `${no}!${cell}`))],
    explanation: explanation && { text: explanation.text, who: explanation.who, at: explanation.at },
  };
}

import { Select } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ReportFindingView, ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { tablesOfFinding } from "./tables-of-finding.ts";
import type { FindingsWish } from "./use-findings-filter.ts";

export interface FindingsFilterProps {
  readonly language: Language;
  readonly view: ReportView;
  readonly wish: FindingsWish;
  readonly onWish: (wish: FindingsWish) => void;
  /** What else stands in the line. */
  readonly children?: ReactNode;
}

const SEVERITIES: readonly ReportFindingView["severity"][] = ["error", "explain", "hint"];

/** By class and by table; only tables with findings are offered. */
export function FindingsFilter({ language, view, wish, onWish, children }: FindingsFilterProps) {
  const words = reportWords[language];
  const tables = [...new Set(view.findings.flatMap(tablesOfFinding))].toSorted((a, b) => a - b);
  const count = (severity: ReportFindingView["severity"]): number =>
    view.findings.filter((finding) => finding.severity === severity).length;
  return (
    <div className="report-filter">
      <Select
        size="small"
        aria-label={words.findings.severity}
        value={wish.severity ?? ""}
        onChange={(_, { value }) =>
          onWish({ ...wish, severity: SEVERITIES.find((severity) => severity === value) ?? null })
        }
      >
        <option value="">{words.findings.allSeverities}</option>
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {`${words.findings.severities[severity]} ${count(severity)}`}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={words.findings.table}
        value={wish.table === null ? "" : String(wish.table)}
        onChange={(_, { value }) => onWish({ ...wish, table: value === "" ? null : Number(value) })}
      >
        <option value="">{words.findings.allTables}</option>
        {tables.map((no) => (
          <option key={no} value={String(no)}>
            {words.desk.table(no)}
          </option>
        ))}
      </Select>
      {children}
    </div>
  );
}

import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { FindingActs, type FindingActsProps } from "./finding-acts.tsx";
import { FindingItem } from "./finding-item.tsx";
import { FindingsFilter } from "./findings-filter.tsx";
import { useFindingsFilter } from "./use-findings-filter.ts";

export interface FindingsListProps extends Omit<FindingActsProps, "finding" | "mayExplain"> {
  /** Selects a cell, and all that the check reads with it (R4). */
  readonly onCell: (cell: string, together: readonly string[]) => void;
}

/** Beside the sheet: what does not hold, one below the other (R4). */
export function FindingsList(props: FindingsListProps) {
  const { language, view, onCell } = props;
  const words = reportWords[language].findings;
  const { wish, setWish, found } = useFindingsFilter(view.findings);
  if (view.findings.length === 0) return <p className="report-hint">{words.none}</p>;
  return (
    <>
      <FindingsFilter language={language} view={view} wish={wish} onWish={setWish} />
      {found.length === 0 && <p className="report-hint">{words.noMatch}</p>}
      <ul className="report-findings">
        {found.slice(0, MOST_SHOWN).map((finding) => (
          <li key={findingKey(finding)} data-severity={finding.severity} data-open={isOpen(finding)}>
            <FindingItem language={language} finding={finding} onCell={onCell} />
            <FindingActs {...props} finding={finding} mayExplain={view.may.edit} />
          </li>
        ))}
      </ul>
      <More language={language} count={found.length - MOST_SHOWN} />
    </>
  );
}

/** More than anybody works through in one go. */
const MOST_SHOWN = 100;

function More({ language, count }: { readonly language: Language; readonly count: number }) {
  return count > 0 ? <p className="report-hint">{reportWords[language].findings.more(count)}</p> : null;
}

/** A check in a row or column of its table. */
export function findingKey({ code, line }: ReportFindingView): string {
  return `${code} ${line}`;
}

/** It still stands in the way of submitting (R7). */
export function isOpen({ severity, explanation, exempt }: ReportFindingView): boolean {
  if (severity === "hint") return false;
  return severity === "error" ? !exempt || explanation === null : explanation === null;
}

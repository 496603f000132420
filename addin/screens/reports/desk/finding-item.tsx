import { Button } from "@fluentui/react-components";
import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { saySides } from "#addin/wording/report/say-sides.ts";

export interface FindingItemProps {
  readonly language: Language;
  readonly finding: ReportFindingView;
  /** Selects a cell, and all that the check reads with it (R4). */
  readonly onCell: (cell: string, together: readonly string[]) => void;
}

/** What a check says, what it compared, and the cells to go to. */
export function FindingItem({ language, finding, onCell }: FindingItemProps) {
  const words = reportWords[language].findings;
  const { severity, code, line, text, difference, cells } = finding;
  return (
    <>
      <p>
        <strong>{words.severities[severity]}</strong> {`${code}${line === "" ? "" : ` ${line}`}　${text}`}
      </p>
      <p className="report-sides">{`${saySides(language, finding)}　${words.difference} ${difference}`}</p>
      <p className="report-cells">
        {cells.slice(0, MOST_CELLS).map((cell) => (
          <Button key={cell} size="small" appearance="subtle" onClick={() => onCell(cell, cells)}>
            {cell}
          </Button>
        ))}
      </p>
    </>
  );
}

/** A long sum has a cell per row; the first ones lead there. */
const MOST_CELLS = 12;

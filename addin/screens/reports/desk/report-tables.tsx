import { Badge } from "@fluentui/react-components";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { emptyCells } from "./empty-cells.ts";
import { tablesOfFinding } from "./tables-of-finding.ts";

export interface ReportTablesProps {
  readonly language: Language;
  readonly view: ReportView | null;
  readonly table: number | null;
  readonly onTable: (no: number) => void;
}

/** Every table of the set with what is still to be done in it. */
export function ReportTables({ language, view, table, onTable }: ReportTablesProps) {
  const words = reportWords[language].desk;
  return (
    <nav className="report-tables" aria-label={words.tables} data-area="tables">
      <ul>
        {view?.tables.map((each) => (
          <li key={each.no}>
            <button
              type="button"
              aria-current={each.no === table ? "true" : undefined}
              title={each.name}
              onClick={() => onTable(each.no)}
            >
              <span className="report-table-no">{each.no}</span>
              <span className="report-table-name">{each.name}</span>
              <Badges language={language} errors={errorsOf(view, each.no)} open={emptyCells(view, each.no).length} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface BadgesProps {
  readonly language: Language;
  readonly errors: number;
  readonly open: number;
}

function Badges({ language, errors, open }: BadgesProps) {
  const words = reportWords[language].desk;
  return (
    <>
      {errors > 0 && (
        <Badge size="small" color="danger" aria-label={words.errors(errors)} title={words.errors(errors)}>
          {errors}
        </Badge>
      )}
      {open > 0 && (
        <Badge
          size="small"
          appearance="tint"
          className="report-open-badge"
          aria-label={words.open(open)}
          title={words.open(open)}
        >
          {open}
        </Badge>
      )}
    </>
  );
}

function errorsOf({ findings }: ReportView, no: number): number {
  return findings.filter((finding) => finding.severity === "error" && tablesOfFinding(finding).includes(no)).length;
}

import { Button } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import { PlainTable, type PlainColumn } from "#addin/components/admin/plain-table.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { findingName } from "#addin/wording/records/finding-name.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { sayRelation } from "#addin/wording/report/say-relation.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { FindingActs } from "./finding-acts.tsx";
import { FindingsFilter } from "./findings-filter.tsx";
import { findingKey, isOpen, type FindingsListProps } from "./findings-list.tsx";
import { tablesOfFinding } from "./tables-of-finding.ts";
import { useFindingsFilter } from "./use-findings-filter.ts";
import "../reports.css";

export interface FindingsScreenProps extends FindingsListProps {
  /** "D-001 5": one that a link asked for. */
  readonly wanted: string | null;
  /** Takes them out as a file. */
  readonly output: ReactNode;
}

const MOST_SHOWN = 300;
const WANTED = "report-finding-wanted";

/** All results as one table: 序号, 报表, 审核类型, 左边值, 关系, 右边值, 差, 说明 (R4). */
export function FindingsScreen(props: FindingsScreenProps) {
  const { language, view, wanted } = props;
  const words = reportWords[language].findings;
  const { wish, setWish, found } = useFindingsFilter(view.findings);
  useEffect(() => {
    if (wanted !== null) document.querySelector(`.${WANTED}`)?.scrollIntoView({ block: "center" });
  }, [wanted, found]);
  return (
    <ScreenFrame title={words.title} about={words.open(view.findings.filter(isOpen).length)}>
      <FindingsFilter language={language} view={view} wish={wish} onWish={setWish}>
        {props.output}
      </FindingsFilter>
      <PlainTable
        caption={words.title}
        rows={found.slice(0, MOST_SHOWN)}
        keyOf={findingKey}
        empty={view.findings.length === 0 ? words.none : words.noMatch}
        rowClass={(finding) => (findingKey(finding) === wanted ? WANTED : undefined)}
        columns={columnsOf(props)}
      />
      {found.length > MOST_SHOWN && <p className="report-hint">{words.more(found.length - MOST_SHOWN)}</p>}
    </ScreenFrame>
  );
}

function columnsOf(props: FindingsScreenProps): readonly PlainColumn<ReportFindingView>[] {
  const { language, view } = props;
  const words = reportWords[language].findings;
  return [
    { key: "no", title: words.no, width: "44px", cell: (_, index) => index + 1 },
    { key: "table", title: words.table, width: "48px", cell: (finding) => tablesOfFinding(finding).join(", ") },
    { key: "severity", title: words.severity, width: "64px", cell: ({ severity }) => words.severities[severity] },
    { key: "left", title: words.left, width: "64px", numeric: true, cell: ({ left }) => left },
    {
      key: "relation",
      title: words.relation,
      width: language === "en" ? "76px" : "44px",
      cell: ({ relation }) => sayRelation(language, relation),
    },
    { key: "right", title: words.right, width: "64px", numeric: true, cell: ({ right }) => right },
    { key: "difference", title: words.difference, width: "64px", numeric: true, cell: ({ difference }) => difference },
    { key: "text", title: words.text, cell: (finding) => <Text finding={finding} {...props} /> },
    {
      key: "acts",
      title: words.said,
      width: "220px",
      cell: (finding) => (
        <>
          <Show finding={finding} {...props} />
          <FindingActs {...props} finding={finding} mayExplain={view.may.edit} />
        </>
      ),
    },
  ];
}

function Show({ language, finding, onCell }: FindingsScreenProps & { readonly finding: ReportFindingView }) {
  const words = reportWords[language].findings;
  const [first] = finding.cells;
  if (first === undefined) return null;
  return (
    <Button
      size="small"
      aria-label={labelled(language, words.show, findingName(finding))}
      onClick={() => onCell(first, finding.cells)}
    >
      {words.show}
    </Button>
  );
}

function Text({ finding }: FindingsScreenProps & { readonly finding: ReportFindingView }) {
  return <>{`${findingName(finding)}　${finding.text}`}</>;
}

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { FindingCount, FindingsPage, FindingView } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { ExplainDialog } from "./explain-dialog.tsx";

export interface FindingsListProps {
  readonly language: Language;
  readonly page: FindingsPage;
  readonly unitName: (unitId: string) => string;
  readonly explain: (finding: FindingView, text: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onExplained: () => void;
  /** Opens the roster of the unit that a record belongs to. */
  readonly onRoster: (unitId: string) => void;
}

/** More than anybody works through in one go. */
const MOST_SHOWN = 300;

/** How often each check found something in each unit; a click lists whom (M21). */
export function FindingsList(props: FindingsListProps) {
  const { language, page } = props;
  const words = recordPagesWords[language].findings;
  const [chosen, setChosen] = useState<FindingCount | null>(null);
  const [explaining, setExplaining] = useState<FindingView | null>(null);
  if (page.counts.length === 0) return <p>{words.none}</p>;
  const shown = page.findings.filter(
    ({ check, unitId }) => chosen === null || (check === chosen.check && unitId === chosen.unitId),
  );
  return (
    <>
      <Counts {...props} onChoose={setChosen} />
      <h2>{chosen ? chosen.title[rosterWords(language).labels] : words.records}</h2>
      <Records {...props} findings={shown.slice(0, MOST_SHOWN)} onExplain={setExplaining} />
      {shown.length > MOST_SHOWN && <p>{words.more(shown.length - MOST_SHOWN)}</p>}
      {explaining && (
        <ExplainDialog {...props} key={explaining.record} finding={explaining} onClose={() => setExplaining(null)} />
      )}
    </>
  );
}

function Counts({
  language,
  page,
  unitName,
  onChoose,
}: FindingsListProps & { readonly onChoose: (count: FindingCount) => void }) {
  const words = recordPagesWords[language].findings;
  const { labels } = rosterWords(language);
  return (
    <PlainTable
      caption={words.title}
      rows={page.counts}
      keyOf={({ check, unitId }) => `${check} ${unitId}`}
      empty={words.none}
      columns={[
        {
          key: "check",
          title: words.check,
          cell: (count) => (
            <Button size="small" appearance="transparent" onClick={() => onChoose(count)}>
              {`${count.check}　${count.title[labels]}`}
            </Button>
          ),
        },
        { key: "severity", title: words.severity, width: "90px", cell: ({ severity }) => words.severities[severity] },
        { key: "unit", title: words.unit, cell: ({ unitId }) => unitName(unitId) },
        { key: "count", title: words.count, width: "80px", numeric: true, cell: ({ count }) => count },
        { key: "explained", title: words.explained, width: "80px", numeric: true, cell: ({ explained }) => explained },
      ]}
    />
  );
}

interface RecordsProps extends FindingsListProps {
  readonly findings: readonly FindingView[];
  readonly onExplain: (finding: FindingView) => void;
}

function Records({ language, findings, unitName, onExplain, onRoster }: RecordsProps) {
  const words = recordPagesWords[language].findings;
  const { labels } = rosterWords(language);
  return (
    <PlainTable
      caption={words.records}
      rows={findings}
      keyOf={({ check, record, field }) => `${check} ${record} ${field}`}
      empty={words.none}
      columns={[
        { key: "name", title: words.record, width: "120px", cell: ({ name }) => name },
        { key: "unit", title: words.unit, width: "180px", cell: ({ unitId }) => unitName(unitId) },
        { key: "what", title: words.what, cell: ({ text }) => text[labels] },
        { key: "explanation", title: words.explanation, cell: ({ explanation }) => explanation ?? "" },
        {
          key: "acts",
          title: "",
          width: "180px",
          cell: (finding) => (
            <>
              {finding.severity === "explain" && (
                <Button
                  size="small"
                  onClick={() => onExplain(finding)}
                  aria-label={`${words.explain}：${finding.name}`}
                >
                  {words.explain}
                </Button>
              )}{" "}
              <Button
                size="small"
                appearance="subtle"
                onClick={() => onRoster(finding.unitId)}
                aria-label={`${words.open}：${finding.name}`}
              >
                {words.open}
              </Button>
            </>
          ),
        },
      ]}
    />
  );
}

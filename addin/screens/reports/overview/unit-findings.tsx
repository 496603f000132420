import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { LEAST_REASON } from "#core/ledger/item-rules/check-reason.ts";
import type { Result } from "#core/kernel/result.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import type { ReportFindingView, ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { findingName } from "#addin/wording/records/finding-name.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { saySides } from "#addin/wording/report/say-sides.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "../report-submission.css";

export interface UnitFindingsProps {
  readonly language: Language;
  readonly view: Pick<ReportView, "findings" | "unitName" | "may" | "state">;
  readonly exempt: (check: string, reason: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly unexempt: (check: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onChanged: () => void;
}

/** What a unit's report does not hold, how it is explained, and what it need not mend (R4, R9). */
export function UnitFindings(props: UnitFindingsProps) {
  const { language, view } = props;
  const words = reportSubmissionWords[language].findings;
  const [exempting, setExempting] = useState<ReportFindingView | null>(null);
  const request = useRequest();
  return (
    <section className="report-part" aria-label={words.title(view.unitName)}>
      <h2>{words.title(view.unitName)}</h2>
      <PlainTable<ReportFindingView>
        caption={words.title(view.unitName)}
        rows={view.findings}
        keyOf={({ code, line }) => `${code} ${line}`}
        empty={words.none}
        columns={[
          { key: "code", title: words.check, width: "150px", cell: (finding) => classOf(language, finding) },
          { key: "text", title: words.text, cell: ({ text }) => text },
          {
            key: "sides",
            title: words.sides,
            width: "150px",
            cell: (finding) => saySides(language, finding),
          },
          { key: "explanation", title: words.explanation, cell: ({ explanation }) => explanation?.text ?? "" },
          {
            key: "act",
            title: "",
            width: "100px",
            cell: (finding) =>
              view.may.judge &&
              !isFrozen(view.state) && (
                <ExemptButton
                  language={language}
                  finding={finding}
                  onExempt={() => setExempting(finding)}
                  onEnd={() => void request.run(() => props.unexempt(finding.code), props.onChanged)}
                />
              ),
          },
        ]}
      />
      <RefusalBar around={{ language }} refusal={request.refusal} />
      {exempting && (
        <ReasonDialog
          around={{ language }}
          title={words.exempt}
          text={words.exemptAbout(exempting.code, view.unitName)}
          confirm={words.exempt}
          least={LEAST_REASON}
          ask={(reason) => props.exempt(exempting.code, reason)}
          onDone={() => {
            setExempting(null);
            props.onChanged();
          }}
          onClose={() => setExempting(null)}
        />
      )}
    </section>
  );
}

function classOf(language: Language, { code, line, severity, exempt }: ReportFindingView): string {
  const words = reportSubmissionWords[language].findings;
  return [code, line, words.severities[severity], exempt ? words.isExempt : ""].filter((part) => part !== "").join(" ");
}

interface ExemptButtonProps {
  readonly language: Language;
  readonly finding: ReportFindingView;
  readonly onExempt: () => void;
  readonly onEnd: () => void;
}

/** Only an error can be exempted: whatever else is found is explained anyway. */
function ExemptButton({ language, finding, onExempt, onEnd }: ExemptButtonProps) {
  const words = reportSubmissionWords[language].findings;
  const { severity, exempt } = finding;
  if (!exempt && severity !== "error") return null;
  const label = exempt ? words.unexempt : words.exempt;
  return (
    <Button
      size="small"
      aria-label={labelled(language, label, findingName(finding))}
      onClick={exempt ? onEnd : onExempt}
    >
      {label}
    </Button>
  );
}

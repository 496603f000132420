import { Button, Field, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { ReportFindingView, ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { isBegun } from "#addin/components/draft-store.ts";
import { useDraft } from "#addin/components/drafts.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { findingName } from "#addin/wording/records/finding-name.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface FindingActsProps {
  readonly language: Language;
  readonly view: ReportView;
  readonly finding: ReportFindingView;
  readonly mayExplain: boolean;
  readonly explain: (finding: ReportFindingView, text: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onExplained: () => void;
  /** The records behind its first cell that has some. */
  readonly onNames: (cell: string) => void;
}

/** Its explanation, or a place to write one; what was said of other values is offered and marked as such (R4a). */
export function FindingActs(props: FindingActsProps) {
  const { language, finding, mayExplain, onNames } = props;
  const words = reportWords[language];
  const { findings } = words;
  const { draft, isOpen, setOpen } = useExplaining(props);
  const acts = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  // The form is gone, and with it what had the focus.
  useEffect(() => {
    if (wasOpen.current && !isOpen) acts.current?.querySelector<HTMLElement>("[data-explains]")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const { explanation, severity, exempt } = finding;
  const traced = tracedCell(props);
  const owes = severity === "explain" || (severity === "error" && exempt);
  return (
    <div className="report-finding-acts" ref={acts}>
      {exempt && <p>{findings.exempt}</p>}
      {explanation && (
        <p>
          {labelled(language, findings.explanation, explanation.text)}{" "}
          <span className="report-hint">{words.card.by(explanation.who, sayInstant(explanation.at))}</span>
        </p>
      )}
      {traced !== undefined && (
        <Button size="small" appearance="subtle" onClick={() => onNames(traced)}>
          {findings.names}
        </Button>
      )}
      {owes && mayExplain && !isOpen && (
        <Button
          data-explains
          size="small"
          onClick={() => setOpen(true)}
          aria-label={labelled(language, findings.explain, findingName(finding))}
        >
          {findings.explain}
        </Button>
      )}
      {isOpen && <ExplainForm {...props} draft={draft} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** What was begun is open again, as long as it can be sent. */
function useExplaining({ finding, mayExplain }: FindingActsProps) {
  const original = finding.explanation?.text ?? "";
  const draft = useDraft(findingDraft(finding), original);
  const [isAsked, setOpen] = useState(() => isBegun(draft[0], original));
  return { draft, isOpen: isAsked && mayExplain, setOpen };
}

/** By what its explanation is kept until it is sent. */
export function findingDraft(finding: ReportFindingView): string {
  return `finding ${findingName(finding)}`;
}

/** Nobody stands behind what was filled in by hand. */
function tracedCell({ view, finding }: FindingActsProps): string | undefined {
  return finding.cells.find((cell) => {
    const kind = cellOfReport(view, cell)?.kind;
    return kind === "generated" || kind === "formula";
  });
}

interface ExplainFormProps extends FindingActsProps {
  readonly draft: ReturnType<typeof useDraft>;
  readonly onClose: () => void;
}

function ExplainForm(props: ExplainFormProps) {
  const { language, finding, draft, explain, onExplained, onClose } = props;
  const words = reportWords[language].findings;
  const { old } = finding;
  const [begun, setText] = draft;
  const text = begun ?? finding.explanation?.text ?? "";
  const request = useRequest();
  const done = () => {
    setText(null);
    onClose();
    onExplained();
  };
  // Escape that ends the composing of a character is the input method's.
  const closing = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === "Escape" && !nativeEvent.isComposing) onClose();
  };
  return (
    <div className="report-explain" onKeyDown={closing}>
      {old !== null && (
        <p className="report-old">
          {labelled(language, words.old, old)}{" "}
          <Button size="small" appearance="subtle" onClick={() => setText(old)}>
            {words.takeOld}
          </Button>
        </p>
      )}
      <Field label={words.explain} hint={words.explainAbout} size="small">
        <Textarea
          autoFocus={begun === null}
          size="small"
          rows={3}
          maxLength={1_000}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <Button
        size="small"
        appearance="primary"
        disabledFocusable={request.busy || text.trim() === ""}
        onClick={() => text.trim() !== "" && void request.run(() => explain(finding, text.trim()), done)}
      >
        {words.explain}
      </Button>
    </div>
  );
}

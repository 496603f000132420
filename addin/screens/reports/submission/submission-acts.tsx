import { Field, Input } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { GateView, SubmissionView } from "#core/protocol/report/reports.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import type { ReportSubmissionWords } from "#addin/wording/report/report-submission-phrases.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "../report-submission.css";

export interface SubmissionActsProps {
  readonly language: Language;
  readonly view: Pick<ReportView, "ask" | "state" | "may" | "rehearsal" | "title" | "unitName">;
  readonly gate: GateView;
  readonly submission: SubmissionView;
  readonly today: string;
  readonly submit: () => Promise<Result<unknown, ShownRefusal>>;
  readonly withdraw: (reason: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly printed: (on: string) => Promise<Result<unknown, ShownRefusal>>;
  /** Something was done; `said` is told to the officer. */
  readonly onDone: (said: string) => void;
  /** Beside the buttons. */
  readonly further: ReactNode;
}

/** What the unit itself does with its report: hand it over, take it back, say when it was printed (R8). */
export function SubmissionActs(props: SubmissionActsProps) {
  const { language, view } = props;
  const words = reportSubmissionWords[language];
  const [withdrawing, setWithdrawing] = useState(false);
  const request = useRequest();
  const { ask, question } = useAsk(language);
  const whyNot = whyNotSubmitted(props, words);
  const submit = async () => {
    const { on } = view.ask;
    const question = words.submit.question(view.unitName, view.title);
    const text = props.today < on ? `${question} ${words.submit.early(on)}` : question;
    if (await ask({ title: words.submit.title, text, confirm: words.submit.act }))
      await request.run(props.submit, () => props.onDone(words.submit.done));
  };
  return (
    <>
      <div className="report-bar">
        <PermittedButton
          appearance="primary"
          allowed={whyNot === null && !request.busy}
          whyNot={whyNot ?? ""}
          label={words.submit.act}
          onClick={() => void submit()}
        />
        {view.state === "submitted" && (
          <PermittedButton
            allowed={view.may.withdraw}
            whyNot={words.submit.withdrawNot}
            label={words.submit.withdraw}
            onClick={() => setWithdrawing(true)}
          />
        )}
        {props.further}
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      {view.state === "accepted" && <Printing {...props} />}
      {question}
      {withdrawing && (
        <ReasonDialog
          around={{ language }}
          title={words.submit.withdraw}
          text={words.submit.withdrawAbout}
          confirm={words.submit.withdraw}
          least={1}
          ask={props.withdraw}
          onDone={() => {
            setWithdrawing(false);
            props.onDone(words.states.withdrawn);
          }}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </>
  );
}

/** null: it can be submitted. */
function whyNotSubmitted({ view, gate }: SubmissionActsProps, words: ReportSubmissionWords): string | null {
  if (view.state === "submitted" || view.state === "accepted") return words.submit.submitted;
  if (view.rehearsal) return words.submit.rehearsal;
  if (!view.may.submit) return words.submit.notYours;
  return gate.ready ? null : words.submit.notReady;
}

/** Print, signature and seal are tracked to done. */
function Printing({ language, submission, today, printed, onDone }: SubmissionActsProps) {
  const words = reportSubmissionWords[language].submit;
  const [on, setOn] = useState(today);
  const request = useRequest();
  const accepted = submission.history.find(({ state }) => state === "accepted");
  if (!accepted) return null;
  if (accepted.printedOn !== null) return <p className="report-met">{words.printDone(accepted.printedOn)}</p>;
  const { printUntil } = accepted;
  return (
    <>
      {printUntil !== null && (
        <p className={printUntil < today ? "report-late" : undefined}>
          {printUntil < today ? words.printLate(printUntil) : words.printUntil(printUntil)}
        </p>
      )}
      <div className="report-bar">
        <Field label={words.printedOn}>
          <Input type="date" value={on} max={today} onChange={(_, { value }) => setOn(value)} />
        </Field>
        <PermittedButton
          allowed={on !== "" && !request.busy}
          whyNot=""
          label={words.printed}
          onClick={() =>
            void request.run(
              () => printed(on),
              () => onDone(words.printDone(on)),
            )
          }
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </>
  );
}

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { LEAST_REASON } from "#core/ledger/item-rules/check-reason.ts";
import type { Result } from "#core/kernel/result.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { isRemark, type Remark } from "./remark.ts";
import { ReturnRemarks } from "./return-remarks.tsx";
import "../report-submission.css";

export interface JudgeFunctions {
  readonly giveBack: (reason: string, remarks: readonly Remark[]) => Promise<Result<unknown, ShownRefusal>>;
  readonly accept: (reason: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly unlock: (reason: string) => Promise<Result<unknown, ShownRefusal>>;
}

export interface JudgeBarProps {
  readonly language: Language;
  readonly view: Pick<ReportView, "state" | "may" | "unitName">;
  /** Collected in the desk so far. */
  readonly remarks: readonly Remark[];
  readonly onRemarks: (remarks: readonly Remark[]) => void;
  readonly ask: JudgeFunctions;
  readonly onOpen: () => void;
  readonly onDone: (said: string) => void;
}

type Act = keyof JudgeFunctions;

/** What the superior does with a report: look at it, return it with remarks, accept it, unlock it (R8, R9). */
export function JudgeBar(props: JudgeBarProps) {
  const { language, view } = props;
  const words = reportSubmissionWords[language];
  const [act, setAct] = useState<Act | null>(null);
  const { state, may } = view;
  const judged = (isRight: boolean, whyNot: string) => ({
    allowed: may.judge && isRight,
    whyNot: may.judge ? whyNot : words.judge.notYours,
  });
  const submitted = judged(state === "submitted", words.judge.notSubmitted);
  return (
    <>
      <div className="report-bar">
        <Button onClick={props.onOpen}>{words.below.openReport}</Button>
        <PermittedButton {...submitted} label={words.judge.giveBack} onClick={() => setAct("giveBack")} />
        <PermittedButton
          {...submitted}
          appearance="primary"
          label={words.judge.accept}
          onClick={() => setAct("accept")}
        />
        <PermittedButton
          {...judged(state === "accepted", words.judge.notAccepted)}
          label={words.judge.unlock}
          onClick={() => setAct("unlock")}
        />
      </div>
      {act !== null && <ActDialog {...props} key={act} act={act} onClose={() => setAct(null)} />}
    </>
  );
}

interface ActDialogProps extends JudgeBarProps {
  readonly act: Act;
  readonly onClose: () => void;
}

function ActDialog(props: ActDialogProps) {
  const { language, view, act, ask, onClose } = props;
  const words = reportSubmissionWords[language].judge;
  const texts = {
    giveBack: { about: words.giveBackAbout, said: words.returned },
    accept: { about: words.acceptAbout, said: words.accepted },
    unlock: { about: words.unlockAbout, said: words.unlocked },
  }[act];
  const remarks = props.remarks.filter(isRemark);
  return (
    <ReasonDialog
      around={{ language }}
      title={words[act]}
      text={texts.about(view.unitName)}
      confirm={words[act]}
      least={act === "accept" ? 1 : LEAST_REASON}
      ask={(reason) => (act === "giveBack" ? ask.giveBack(reason, remarks) : ask[act](reason))}
      onDone={() => {
        onClose();
        if (act === "giveBack") props.onRemarks([]);
        props.onDone(texts.said);
      }}
      onClose={onClose}
    >
      {act === "giveBack" && <ReturnRemarks language={language} remarks={props.remarks} onRemarks={props.onRemarks} />}
    </ReasonDialog>
  );
}

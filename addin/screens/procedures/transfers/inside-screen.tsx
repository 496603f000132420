import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { MoveInside, TransferPerson, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { ActResult } from "#addin/components/procedures/act-result.tsx";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { BranchSelect, type BranchChoice } from "./branch-select.tsx";
import { DatedReasonFields, isDated, type DatedReason } from "./dated-reason.tsx";
import { PeopleTicks } from "./people-ticks.tsx";
import "../procedures.css";
import "./transfers.css";

export interface InsideScreenProps {
  readonly language: Language;
  readonly today: string;
  readonly people: readonly TransferPerson[];
  readonly branches: readonly BranchChoice[];
  readonly move: (asked: MoveInside) => Promise<Result<TransfersAnswer, ShownRefusal>>;
  readonly onMoved: () => void;
}

/** Between branches of one's own, at once (M11). */
export function InsideScreen({ language, today, people, branches, move, onMoved }: InsideScreenProps) {
  const words = transferFormsWords[language];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [branchId, setBranch] = useState("");
  const [dated, setDated] = useState<DatedReason>({ on: today, reason: "" });
  const [done, setDone] = useState<{ readonly answer: TransfersAnswer; readonly names: readonly string[] } | null>(
    null,
  );
  const request = useRequest();
  const chosen = people.filter(({ personId }) => ticked.has(personId));
  const isReady = branchId !== "" && isDated(dated);
  const act = () => {
    const asked = {
      people: chosen.map(({ personId }) => personId),
      branchId,
      on: dated.on as Day,
      reason: dated.reason,
    };
    void request.run(
      () => move(asked),
      (answer) => {
        setDone({ answer, names: chosen.map(({ name }) => name) });
        setTicked(new Set());
        onMoved();
      },
    );
  };
  return (
    <>
      <p>{words.inside.about}</p>
      <div className="procedure-fields">
        <BranchSelect language={language} branches={branches} branch={branchId} onBranch={setBranch} />
        <DatedReasonFields language={language} value={dated} onValue={setDated} />
      </div>
      <div className="procedure-bar">
        <PermittedButton
          appearance="primary"
          label={words.inside.act(chosen.length)}
          allowed={chosen.length > 0 && isReady && !request.busy}
          whyNot={chosen.length === 0 ? words.people.tickFirst : words.incomplete}
          onClick={act}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <ActResult
        language={language}
        answer={done?.answer ?? null}
        done={words.done}
        nameOf={(row) => done?.names[row] ?? ""}
      />
      <PeopleTicks
        language={language}
        caption={words.issue.chosen}
        people={people}
        ticked={ticked}
        onTick={setTicked}
      />
    </>
  );
}

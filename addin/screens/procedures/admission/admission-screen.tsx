import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { AdmissionDue, AdmissionsDue } from "#core/protocol/records/procedure-lists.ts";
import type { Admit, AdmitAnswer } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { ActResult } from "#addin/components/procedures/act-result.tsx";
import { admissionWords } from "#addin/wording/procedures/admission-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import {
  admissionRow,
  filledDown,
  isSendable,
  NO_ADMISSION,
  type AdmissionDraft,
  type SharedDraft,
} from "./admission-draft.ts";
import { AdmissionShared } from "./admission-shared.tsx";
import { AdmissionTable } from "./admission-table.tsx";
import "../procedures.css";

export interface AdmissionScreenProps {
  readonly language: Language;
  readonly due: AdmissionsDue;
  readonly admit: (asked: Admit) => Promise<Result<AdmitAnswer, ShownRefusal>>;
  readonly onAdmitted: () => void;
}

interface Admitted {
  readonly answer: AdmitAnswer;
  /** In the order asked. */
  readonly people: readonly AdmissionDue[];
}

/** Who stands on the closed list becomes a probationary member, many at once (M9). */
export function AdmissionScreen(props: AdmissionScreenProps) {
  const { language, due } = props;
  const words = admissionWords[language];
  const [drafts, setDrafts] = useState<Readonly<Record<string, AdmissionDraft>>>({});
  const [shared, setShared] = useState<SharedDraft>(NO_ADMISSION);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [admitted, setAdmitted] = useState<Admitted | null>(null);
  const request = useRequest();
  const draftOf = (id: string): AdmissionDraft => drafts[id] ?? NO_ADMISSION;
  const chosen = due.people.filter(({ personId }) => ticked.has(personId));
  const incomplete = chosen.filter(({ personId }) => !isSendable(draftOf(personId)));
  const fill = () =>
    setDrafts({
      ...drafts,
      ...Object.fromEntries(chosen.map(({ personId }) => [personId, filledDown(draftOf(personId), shared)])),
    });
  const act = () =>
    void request.run(
      () => props.admit({ reason: "", rows: chosen.map(({ personId }) => admissionRow(personId, draftOf(personId))) }),
      (answer) => {
        setAdmitted({ answer, people: chosen });
        setTicked(new Set(answer.refused.flatMap(({ row }) => chosen[row]?.personId ?? [])));
        props.onAdmitted();
      },
    );
  return (
    <>
      <AdmissionShared language={language} shared={shared} onShared={setShared} count={chosen.length} onFill={fill} />
      <AdmissionTable
        language={language}
        due={due}
        draftOf={draftOf}
        onDraft={(id, draft) => {
          setDrafts({ ...drafts, [id]: draft });
          setTicked(new Set([...ticked, id]));
        }}
        ticked={ticked}
        onTick={setTicked}
      />
      <div className="procedure-bar">
        <PermittedButton
          appearance="primary"
          allowed={chosen.length > 0 && incomplete.length === 0 && !request.busy}
          whyNot={chosen.length === 0 ? words.tickFirst : words.missing(incomplete.map(({ name }) => name).join("、"))}
          label={words.act(chosen.length)}
          onClick={act}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <ActResult
        language={language}
        answer={admitted?.answer ?? null}
        done={words.done}
        nameOf={(row) => admitted?.people[row]?.name ?? ""}
      />
      {admitted && <Notes language={language} due={due} admitted={admitted} />}
    </>
  );
}

/** What was let through and will have to be explained. */
function Notes({ language, due, admitted }: Pick<AdmissionScreenProps, "language" | "due"> & NotesOf) {
  const words = admissionWords[language];
  const label = language === "zh-CN" ? "zh" : "en";
  const sentences = admitted.answer.done.flatMap(({ row, notes }) => {
    const name = admitted.people[row]?.name ?? "";
    return notes.map((note) => {
      if (note.code === "entered-late") return words.enteredLate(name, note.due);
      const kind = due.joinKinds.find(({ code }) => code === note.proposed);
      return words.kindDiffers(name, kind?.label[label] ?? note.proposed);
    });
  });
  if (sentences.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <ul className="procedure-refused">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

interface NotesOf {
  readonly admitted: Admitted;
}

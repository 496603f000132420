import { useState } from "react";
import type { AskAnswer, QuestionView, RecordFields } from "#core/protocol/records/records.ts";
import { ok } from "#core/kernel/result.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { useAsk } from "#addin/components/dialogs/use-ask.tsx";
import { rowsOf, type QuestionDraft } from "#addin/screens/records/questions/question-draft.ts";
import { QuestionsScreen } from "#addin/screens/records/questions/questions-screen.tsx";
import { SaveQuestionDialog } from "#addin/screens/records/questions/save-question-dialog.tsx";
import { UnitOnChoice } from "#addin/screens/records/unit-on-choice.tsx";
import type { QuestionAsked } from "#addin/service-client/questions-client.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { questionsWords } from "#addin/wording/records/questions-words.ts";
import type { RecordsPageProps } from "./records-page-props.ts";

/** Whose people, on which day, asked what. */
export interface OpenQuestion {
  readonly unit: string;
  readonly on: string | null;
  readonly draft: QuestionDraft;
}

export interface QuestionsPageProps extends RecordsPageProps {
  /** Kept by the place, so that it is still there when the list that was opened is closed. */
  readonly question: OpenQuestion;
  readonly onQuestion: (question: OpenQuestion) => void;
}

/** 统计分析 (M22). */
export function QuestionsPage(props: QuestionsPageProps) {
  const { client, language, choices, question, onQuestion } = props;
  const fields = useLoad("fields", client.records.fields);
  return (
    <>
      <UnitOnChoice
        language={language}
        units={choices}
        unit={question.unit}
        on={question.on}
        onChoose={(chosen) => onQuestion({ ...question, ...chosen })}
      />
      <LoadArea around={{ language }} data={fields.data} onRetry={fields.reload}>
        {(known) => <Asking key={`${question.unit} ${question.on ?? ""}`} {...props} known={known} />}
      </LoadArea>
    </>
  );
}

type Answered = { readonly draft: QuestionDraft; readonly answer: AskAnswer };

function Asking(props: QuestionsPageProps & { readonly known: RecordFields }) {
  const { client, language, me, known, question, onQuestion, onRoster, onTell } = props;
  const words = questionsWords[language];
  const { unit, on, draft } = question;
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [dialog, setDialog] = useState<"save" | "output" | null>(null);
  const saved = useLoad(unit, () => client.questions.saved(unit));
  const request = useRequest();
  const { ask, question: asking } = useAsk(language);
  const onDraft = (next: QuestionDraft) => onQuestion({ ...question, draft: next });
  const count = () =>
    void request.run(
      () => client.questions.ask(askedOf(props, draft)),
      (answer) => setAnswered({ draft, answer }),
    );
  const remove = async (one: QuestionView) => {
    if (!(await ask({ title: words.remove, text: words.removeAbout(one.name), confirm: words.remove }))) return;
    await request.run(
      () => client.questions.remove(one.id),
      () => {
        onDraft({ ...draft, from: null });
        onTell(words.removed(one.name));
        saved.reload();
      },
    );
  };
  return (
    <>
      <LoadArea around={{ language }} data={saved.data} onRetry={saved.reload}>
        {(questions) => (
          <QuestionsScreen
            {...{ language, known, draft, onDraft, answered, request }}
            year={(on ?? today(Date.now())).slice(0, 4)}
            saved={questions}
            mayWork={me.permission === "read-write"}
            onAsk={count}
            onOpen={() => onRoster({ list: "question", unitId: unit, on, filter: draft.condition.trim() })}
            onSave={() => setDialog("save")}
            onRemove={(one) => void remove(one)}
            onOutput={() => setDialog("output")}
          />
        )}
      </LoadArea>
      {asking}
      {dialog === "output" && answered && <Output {...props} draft={answered.draft} onClose={() => setDialog(null)} />}
      {dialog === "save" && (
        <Save
          {...props}
          onDone={(one) => {
            setDialog(null);
            onDraft({ ...draft, from: one });
            onTell(words.savedAs(one.name));
            saved.reload();
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

type PartProps = QuestionsPageProps & { readonly known: RecordFields; readonly onClose: () => void };

function Save(props: PartProps & { readonly onDone: (saved: QuestionView) => void }) {
  const { client, language, known, question, onDone, onClose } = props;
  const { unit, draft } = question;
  const rows = rowsOf(draft, known.fields);
  return (
    <SaveQuestionDialog
      language={language}
      from={draft.from?.unitId === unit ? draft.from : null}
      save={(name, over) =>
        client.questions.save({
          ...(over ? { id: over.id } : {}),
          ...{ baseRevision: over?.revision ?? 0, unitId: unit, name, condition: draft.condition.trim() },
          ...(rows === "" ? {} : { rows }),
          ...(draft.columns === "" ? {} : { columns: draft.columns }),
        })
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}

function Output(props: PartProps & { readonly draft: QuestionDraft }) {
  const { client, language, draft, onTell, onClose } = props;
  const words = questionsWords[language];
  return (
    <ReasonDialog
      around={{ language }}
      title={words.outputTitle}
      text={words.outputAbout}
      confirm={words.output}
      least={2}
      ask={async (reason) => {
        const answer = await client.questions.output(askedOf(props, draft), reason);
        if (!answer.ok) return answer;
        saveFile(answer.value.fileName, answer.value.content);
        return ok(answer.value.fileName);
      }}
      onDone={(name) => {
        onClose();
        onTell(words.outputDone(name));
      }}
      onClose={onClose}
    />
  );
}

function askedOf(
  { language, known, question }: Pick<PartProps, "language" | "known" | "question">,
  draft: QuestionDraft,
): QuestionAsked {
  const { unit, on } = question;
  const { condition, columns } = draft;
  return { unit, on, language, condition: condition.trim(), rows: rowsOf(draft, known.fields), columns };
}

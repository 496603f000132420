import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { AskAnswer, QuestionView, RecordFields } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { sayQuestionProblem } from "#core/wording/question-problems.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import type { Request } from "#addin/components/admin/use-request.ts";
import { questionsWords } from "#addin/wording/records/questions-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { QuestionAnswer } from "./question-answer.tsx";
import { FieldOptions, QuestionBuilder } from "./question-builder.tsx";
import { countedBy, draftOfSaved, labelOf, takesBands, type QuestionDraft } from "./question-draft.ts";
import "../records.css";

export interface QuestionsScreenProps {
  readonly language: Language;
  readonly known: RecordFields;
  /** Of the day that is asked for. */
  readonly year: string;
  readonly saved: readonly QuestionView[];
  readonly draft: QuestionDraft;
  readonly onDraft: (draft: QuestionDraft) => void;
  /** Of the last count, with what was asked then; null: nothing was counted. */
  readonly answered: { readonly draft: QuestionDraft; readonly answer: AskAnswer } | null;
  readonly request: Pick<Request, "busy" | "refusal">;
  readonly mayWork: boolean;
  readonly onAsk: () => void;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onRemove: (question: QuestionView) => void;
  readonly onOutput: () => void;
}

/** Any conditions, counted, broken down, drawn, listed, saved and exported (M22). */
export function QuestionsScreen(props: QuestionsScreenProps) {
  const { language, known, draft, onDraft, answered, request } = props;
  const words = questionsWords[language];
  const problem = problemIn(request.refusal, draft.condition);
  const nameOf = (key: string) => {
    const field = known.fields.find((candidate) => candidate.key === key);
    return field ? labelOf(field, language) : "";
  };
  return (
    <div className="questions">
      <p>{words.about}</p>
      <Saved {...props} />
      <Field
        label={words.condition}
        hint={words.conditionHint}
        validationMessage={problem && words.at(problem.at + 1, sayQuestionProblem(language, problem))}
      >
        <Textarea
          value={draft.condition}
          rows={2}
          maxLength={2_000}
          onChange={(_, { value }) => onDraft({ ...draft, condition: value })}
        />
      </Field>
      {problem && <Marked text={draft.condition} {...problem} />}
      <QuestionBuilder
        language={language}
        known={known}
        condition={draft.condition}
        year={props.year}
        onCondition={(condition) => onDraft({ ...draft, condition })}
      />
      <div className="question-acts">
        <Sides {...props} />
        <Acts {...props} />
      </div>
      <RefusalBar around={{ language }} refusal={problem ? null : request.refusal} />
      {answered && (
        <QuestionAnswer
          language={language}
          answer={answered.answer}
          rowsName={nameOf(answered.draft.rows)}
          isCross={answered.draft.columns !== ""}
        />
      )}
    </div>
  );
}

type Problem = Extract<ShownRefusal, { readonly code: "question-unreadable" }>;

/** A problem of the condition itself; one of rows or columns has no place in it. */
function problemIn(refusal: ShownRefusal | null, condition: string): Problem | null {
  if (refusal?.code !== "question-unreadable") return null;
  return condition.slice(refusal.at).startsWith(refusal.given) ? refusal : null;
}

/** The condition with the place that could not be read. */
function Marked({ text, at, given }: { readonly text: string; readonly at: number; readonly given: string }) {
  return (
    <p className="question-marked">
      {text.slice(0, at)}
      <mark>{given === "" ? "▲" : given}</mark>
      {text.slice(at + given.length)}
    </p>
  );
}

function Saved({ language, saved, draft, onDraft, mayWork, onRemove }: QuestionsScreenProps) {
  const words = questionsWords[language];
  if (saved.length === 0) return <p className="procedure-hint">{words.savedNone}</p>;
  const chosen = saved.find(({ id }) => id === draft.from?.id);
  const choose = (id: string) => {
    const question = saved.find((one) => one.id === id);
    if (question) onDraft(draftOfSaved(question));
  };
  return (
    <div className="records-choice">
      <Field label={words.saved}>
        <Select value={chosen?.id ?? ""} onChange={(_, { value }) => choose(value)}>
          <option value="">{words.choose}</option>
          {saved.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {chosen && (
        <PermittedButton
          allowed={mayWork}
          whyNot={words.readOnly}
          label={words.remove}
          target={chosen.name}
          onClick={() => onRemove(chosen)}
        />
      )}
    </div>
  );
}

function Sides({ language, known, draft, onDraft }: QuestionsScreenProps) {
  const words = questionsWords[language];
  const fields = countedBy(known);
  const side = (which: "rows" | "columns", label: string, disabled: boolean) => (
    <Field label={label}>
      <Select
        value={draft[which]}
        disabled={disabled}
        onChange={(_, { value }) => onDraft({ ...draft, [which]: value, ...(value === "" ? { columns: "" } : {}) })}
      >
        <option value="">{words.none}</option>
        <FieldOptions language={language} fields={fields} />
      </Select>
    </Field>
  );
  return (
    <div className="records-choice">
      {side("rows", words.rows, false)}
      {takesBands(draft.rows, fields) && (
        <Field label={words.bands} hint={words.bandsHint}>
          <Input value={draft.bands} maxLength={60} onChange={(_, { value }) => onDraft({ ...draft, bands: value })} />
        </Field>
      )}
      {side("columns", words.columns, draft.rows === "")}
    </div>
  );
}

function Acts({ language, request, mayWork, answered, onAsk, onOpen, onSave, onOutput }: QuestionsScreenProps) {
  const words = questionsWords[language];
  return (
    <div className="records-acts">
      <Button appearance="primary" disabledFocusable={request.busy} onClick={onAsk}>
        {words.ask}
      </Button>
      <Button disabledFocusable={request.busy} onClick={onOpen}>
        {words.open}
      </Button>
      <PermittedButton allowed={mayWork} whyNot={words.readOnly} label={words.save} onClick={onSave} />
      <PermittedButton
        allowed={answered !== null && !request.busy}
        whyNot={words.countFirst}
        label={words.output}
        onClick={onOutput}
      />
    </div>
  );
}

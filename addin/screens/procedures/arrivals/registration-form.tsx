import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import type { RegisterAnswer } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { sayShownRefusal, type ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { ArrivalLetterFields, isArrivalComplete, newArrivalLetter } from "./arrival-letter.tsx";
import type { ArrivalScreenProps } from "./arrival-props.ts";
import { RegistrationFields } from "./registration-fields.tsx";

type RegistrationFormProps = Pick<ArrivalScreenProps, "language" | "today" | "branches" | "choices" | "register"> & {
  readonly onArrived: (name: string) => void;
};

type Values = Readonly<Record<string, string>>;
type Problems = ReadonlyMap<string, string>;

/** Who was never here: the form makes the record, and its letter is registered with it (M13). */
export function RegistrationForm(props: RegistrationFormProps) {
  const { language, today, branches, choices, register, onArrived } = props;
  const all = transferFormsWords[language];
  const words = all.arrival;
  const [values, setValues] = useState<Values>({});
  const [letter, setLetter] = useState(() => newArrivalLetter(today));
  const [problems, setProblems] = useState<Problems>(new Map());
  const request = useRequest();
  const answered = (answer: RegisterAnswer) => {
    setProblems(problemsOf(answer, language));
    if (answer.result === "refused") return;
    onArrived(values["name"] ?? "");
    setValues({});
    setLetter(newArrivalLetter(today));
  };
  const isReady = ["name", "idNumber", "mobile"].every((key) => (values[key] ?? "").trim() !== "");
  return (
    <section className="transfer-part" aria-label={words.fresh}>
      <h2>{words.fresh}</h2>
      <p>{words.freshAbout}</p>
      <div className="procedure-fields">
        <ArrivalLetterFields language={language} branches={branches} letter={letter} onLetter={setLetter} />
      </div>
      <RegistrationFields
        {...{ language, registration: choices.registration, values, problems }}
        onValues={setValues}
      />
      <div className="procedure-bar">
        <PermittedButton
          appearance="primary"
          label={words.freshAct}
          allowed={isReady && isArrivalComplete(letter) && !request.busy}
          whyNot={all.incomplete}
          onClick={() =>
            void request.run(() => register({ ...letter, on: letter.on as Day, fields: values }), answered)
          }
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </section>
  );
}

/** The service names each field that was not taken by a code the screens know. */
function problemsOf(answer: RegisterAnswer, language: Language): Problems {
  if (answer.result === "made") return new Map();
  return new Map(
    answer.problems.map(({ field, refusal }) => [field, sayShownRefusal(language, refusal as ShownRefusal)]),
  );
}

import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Day } from "#core/kernel/instant.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { codeLabel } from "#addin/wording/code-label.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { ArrivalLetterFields, isArrivalComplete, newArrivalLetter } from "./arrival-letter.tsx";
import type { ArrivalScreenProps } from "./arrival-props.ts";
import { IdentityFields, isIdentified } from "./identity-fields.tsx";

type BackFormProps = Pick<ArrivalScreenProps, "language" | "today" | "branches" | "choices" | "arrive"> & {
  readonly onArrived: (name: string) => void;
};

const NOBODY = { name: "", idNumber: "" };
/** What the service takes when nothing else is said: transferred back. */
const USUAL_KIND = "4";

/** Restored from the people who left earlier, by ID number (M13). */
export function BackForm({ language, today, branches, choices, arrive, onArrived }: BackFormProps) {
  const all = transferFormsWords[language];
  const words = all.arrival;
  const [who, setWho] = useState(NOBODY);
  const [letter, setLetter] = useState(() => newArrivalLetter(today));
  const [restoreKind, setKind] = useState(USUAL_KIND);
  const request = useRequest();
  const act = () =>
    void request.run(
      () => arrive({ ...letter, ...who, restoreKind, on: letter.on as Day }),
      () => {
        onArrived(who.name.trim());
        setWho(NOBODY);
        setLetter(newArrivalLetter(today));
      },
    );
  return (
    <section className="transfer-part" aria-label={words.back}>
      <h2>{words.back}</h2>
      <p>{words.backAbout}</p>
      <div className="procedure-fields">
        <IdentityFields language={language} identity={who} onIdentity={setWho} />
        <ArrivalLetterFields language={language} branches={branches} letter={letter} onLetter={setLetter} />
        <Field label={words.kind} required>
          <Select value={restoreKind} onChange={(_, { value }) => setKind(value)}>
            {choices.restoreKinds.map(({ code }) => (
              <option key={code} value={code}>
                {codeLabel(language, choices.restoreKinds, code)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="procedure-bar">
        <PermittedButton
          label={words.backAct}
          allowed={isIdentified(who) && isArrivalComplete(letter) && !request.busy}
          whyNot={all.incomplete}
          onClick={act}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </section>
  );
}

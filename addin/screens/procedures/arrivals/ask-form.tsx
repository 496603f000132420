import { Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import type { ArrivalScreenProps } from "./arrival-props.ts";
import { IdentityFields, isIdentified } from "./identity-fields.tsx";
import { ReasonField } from "./reason-field.tsx";

type AskFormProps = Pick<ArrivalScreenProps, "language" | "unit" | "units" | "ask"> & {
  readonly onAsked: (name: string) => void;
};

const EMPTY = { name: "", idNumber: "", reason: "", graduate: false };

/** 申请 (M12): the sender is told, and issues the letter or declines. */
export function AskForm({ language, unit, units, ask, onAsked }: AskFormProps) {
  const all = transferFormsWords[language];
  const words = all.arrival;
  const [unitId, setUnit] = useState(unit);
  const [draft, setDraft] = useState(EMPTY);
  const request = useRequest();
  const isReady = isIdentified(draft) && draft.reason.trim().length > 1;
  const act = () =>
    void request.run(
      () => ask({ ...draft, unitId }),
      () => {
        onAsked(draft.name.trim());
        setDraft(EMPTY);
      },
    );
  return (
    <section className="transfer-part" aria-label={words.ask}>
      <h2>{words.ask}</h2>
      <p>{words.askAbout}</p>
      <div className="procedure-fields">
        <IdentityFields language={language} identity={draft} onIdentity={(who) => setDraft({ ...draft, ...who })} />
        <UnitSelect label={words.unit} units={units} unit={unitId} onUnit={setUnit} />
        <ReasonField language={language} reason={draft.reason} onReason={(reason) => setDraft({ ...draft, reason })} />
        <Checkbox
          label={words.graduate}
          checked={draft.graduate}
          onChange={(_, { checked }) => setDraft({ ...draft, graduate: checked === true })}
        />
      </div>
      <div className="procedure-bar">
        <PermittedButton
          label={words.askAct}
          allowed={isReady && !request.busy}
          whyNot={all.incomplete}
          onClick={act}
        />
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </section>
  );
}

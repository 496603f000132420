import { Field, Input } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { admissionWords } from "#addin/wording/procedures/admission-words.ts";
import type { SharedDraft } from "./admission-draft.ts";

export interface AdmissionSharedProps {
  readonly language: Language;
  readonly shared: SharedDraft;
  readonly onShared: (shared: SharedDraft) => void;
  /** Rows that are ticked. */
  readonly count: number;
  readonly onFill: () => void;
}

/** One meeting and one approval for many. */
export function AdmissionShared({ language, shared, onShared, count, onFill }: AdmissionSharedProps) {
  const words = admissionWords[language];
  return (
    <fieldset className="procedure-shared">
      <legend>{words.shared}</legend>
      <p className="procedure-hint">{words.sharedAbout}</p>
      <div className="procedure-bar">
        <Field label={words.joinedOn}>
          <Input
            type="date"
            value={shared.joinedOn}
            onChange={(_, { value }) => onShared({ ...shared, joinedOn: value })}
          />
        </Field>
        <Field label={words.committee}>
          <Input
            value={shared.committee}
            maxLength={200}
            onChange={(_, { value }) => onShared({ ...shared, committee: value })}
          />
        </Field>
        <Field label={words.approvedOn}>
          <Input
            type="date"
            value={shared.approvedOn}
            onChange={(_, { value }) => onShared({ ...shared, approvedOn: value })}
          />
        </Field>
        <PermittedButton allowed={count > 0} whyNot={words.tickFirst} label={words.fill(count)} onClick={onFill} />
      </div>
    </fieldset>
  );
}

import { Field, Input, Select } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { transferFormsWords, type DestinationKind } from "#addin/wording/procedures/transfer-forms-words.ts";
import type { DestinationDraft } from "./destination.ts";

export interface DestinationFieldsProps {
  readonly language: Language;
  readonly to: DestinationDraft;
  readonly onTo: (to: DestinationDraft) => void;
  /** False where each row may have a destination of its own. */
  readonly required?: boolean;
}

/** A unit of this service by its code (M12), or a committee elsewhere by name (M12a, M13). */
export function DestinationFields({ language, to, onTo, required = true }: DestinationFieldsProps) {
  const words = transferFormsWords[language].destination;
  const kinds = Object.entries(words.kinds) as [DestinationKind, string][];
  return (
    <>
      <Field label={words.kind}>
        <Select value={to.kind} onChange={(_, { value }) => onTo({ ...to, kind: value as DestinationKind })}>
          {kinds.map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={to.kind === "code" ? words.code : words.heading} required={required}>
        <Input value={to.place} maxLength={200} onChange={(_, { value }) => onTo({ ...to, place: value })} />
      </Field>
      {to.kind !== "code" && (
        <Field label={words.finallyTo}>
          <Input value={to.finallyTo} maxLength={200} onChange={(_, { value }) => onTo({ ...to, finallyTo: value })} />
        </Field>
      )}
    </>
  );
}

import { Field, Input } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";

/** Exact name and ID number: who gives both may learn of a person elsewhere (M3). */
export interface Identity {
  readonly name: string;
  readonly idNumber: string;
}

export interface IdentityFieldsProps {
  readonly language: Language;
  readonly identity: Identity;
  readonly onIdentity: (identity: Identity) => void;
}

export function IdentityFields({ language, identity, onIdentity }: IdentityFieldsProps) {
  const words = transferFormsWords[language].arrival;
  return (
    <>
      {(["name", "idNumber"] as const).map((key) => (
        <Field key={key} label={words[key]} required>
          <Input
            value={identity[key]}
            maxLength={key === "name" ? 100 : 40}
            autoComplete="off"
            onChange={(_, { value }) => onIdentity({ ...identity, [key]: value })}
          />
        </Field>
      ))}
    </>
  );
}

/** Fifteen digits at least; whether they are a number at all is the service's to say. */
export function isIdentified({ name, idNumber }: Identity): boolean {
  return name.trim() !== "" && idNumber.trim().length >= 15;
}

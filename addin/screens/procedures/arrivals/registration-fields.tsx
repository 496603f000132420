import { Field, Input, Select } from "@fluentui/react-components";
import type { FieldDefinition } from "#core/people/field/field.ts";
import type { TransferChoices } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { codeLabel } from "#addin/wording/code-label.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";

export interface RegistrationFieldsProps {
  readonly language: Language;
  readonly registration: TransferChoices["registration"];
  /** By field key, as typed. */
  readonly values: Readonly<Record<string, string>>;
  readonly onValues: (values: Readonly<Record<string, string>>) => void;
  /** Why a value was not taken, by field key. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Nobody is registered without these; a member is one because of the day he joined. */
const NEEDED: readonly string[] = ["name", "idNumber", "mobile"];

/** The registration form: its fields come from the service, so that they are the record's own. */
export function RegistrationFields(props: RegistrationFieldsProps) {
  const { language, registration, values, onValues, problems } = props;
  return (
    <div className="procedure-fields">
      {registration.fields.map((field) => (
        <Field
          key={field.key}
          label={language === "en" ? field.label.en : field.label.zh}
          required={NEEDED.includes(field.key)}
          validationMessage={problems.get(field.key) ?? null}
        >
          <Entry
            {...{ language, field, codes: registration.codes }}
            value={values[field.key] ?? ""}
            onValue={(value) => onValues({ ...values, [field.key]: value })}
          />
        </Field>
      ))}
    </div>
  );
}

interface EntryProps {
  readonly language: Language;
  readonly field: FieldDefinition;
  readonly codes: TransferChoices["registration"]["codes"];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** The control of a field is named by the `Field` around it. */
function Entry({ language, field, codes, value, onValue, ...named }: EntryProps) {
  const list = field.codes === undefined ? [] : (codes[field.codes] ?? []);
  if (field.type === "code")
    return (
      <Select {...named} value={value} onChange={(_, { value: chosen }) => onValue(chosen)}>
        <option value="">{transferFormsWords[language].chooseBranch}</option>
        {list.map(({ code }) => (
          <option key={code} value={code}>
            {codeLabel(language, list, code)}
          </option>
        ))}
      </Select>
    );
  return (
    <Input
      {...named}
      type={field.type === "day" ? "date" : "text"}
      value={value}
      maxLength={field.longest ?? 200}
      autoComplete="off"
      onChange={(_, { value: typed }) => onValue(typed)}
    />
  );
}

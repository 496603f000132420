import { Button, Field, Input } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { personalCentreWords } from "#addin/wording/accounts/personal-centre-words.ts";
import { parsePhone } from "./parse-phone.ts";
import type { PersonalCentreScreenProps } from "./personal-centre-screen-props.ts";

export interface PhoneFormProps {
  readonly props: PersonalCentreScreenProps;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function PhoneForm({ props, onDone, onCancel }: PhoneFormProps) {
  const words = personalCentreWords[props.language];
  const shared = adminWords[props.language];
  const [text, setText] = useState("");
  const [touched, setTouched] = useState(false);
  const request = useRequest();
  const phone = parsePhone(text);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (phone !== undefined) void request.run(() => props.changePhone(phone), onDone);
  };
  return (
    <form className="personal-phone" onSubmit={submit} noValidate>
      <Field
        label={words.newPhone}
        hint={words.phoneHint}
        validationMessage={touched && phone === undefined ? words.phoneInvalid : null}
      >
        <Input
          type="tel"
          autoComplete="tel"
          autoFocus
          maxLength={30}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <RefusalBar around={props} refusal={request.refusal} />
      <div className="admin-row-buttons">
        <Button type="submit" appearance="primary" disabledFocusable={request.busy}>
          {shared.save}
        </Button>
        <Button onClick={onCancel}>{shared.cancel}</Button>
      </div>
    </form>
  );
}

import { Button, Field, Input } from "@fluentui/react-components";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { EyeOffRegular } from "@fluentui/react-icons/svg/eye-off";
import { useState, type KeyboardEvent } from "react";
import type { SignInWords } from "#addin/wording/accounts/sign-in-words.ts";

export interface PasswordInputProps {
  readonly words: SignInWords;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
}

export function PasswordInput({ words, value, onChange, problem }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  const warning = capsLock ? words.capsLock : undefined;
  const validationState = problem !== undefined ? "error" : capsLock ? "warning" : "none";
  return (
    <Field label={words.password} validationMessage={problem ?? warning ?? null} validationState={validationState}>
      <Input
        type={shown ? "text" : "password"}
        name="password"
        autoComplete="current-password"
        spellCheck={false}
        size="large"
        maxLength={200}
        value={value}
        onChange={(_, data) => onChange(data.value)}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => setCapsLock(false)}
        contentAfter={
          <Button
            appearance="transparent"
            size="small"
            icon={shown ? <EyeOffRegular /> : <EyeRegular />}
            aria-label={shown ? words.hidePassword : words.showPassword}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        }
      />
    </Field>
  );
}

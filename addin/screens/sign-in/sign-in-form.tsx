import { Button, Field, Input, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest, type Request } from "#addin/components/admin/use-request.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { signInWords } from "#addin/wording/accounts/sign-in-words.ts";
import { PasswordInput } from "./password-input.tsx";
import type { SignInLock } from "./sign-in-lock.ts";
import type { SignInScreenProps } from "./sign-in-screen-props.ts";
import { useMinutesLocked } from "./use-minutes-locked.ts";

/** A real form with real field names: password managers and the Enter key know it. */
export function SignInForm(props: SignInScreenProps) {
  const words = signInWords[props.language];
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [touched, setTouched] = useState(false);
  const [lock, setLock] = useState<SignInLock | null>(null);
  const request = useRequest();
  const minutes = useMinutesLocked({ lock, name, now: props.now });

  const ask = async () => {
    const given = { name: name.trim(), password };
    const answer = await props.signIn(given);
    if (!answer.ok && answer.refusal.code === "locked-out") setLock({ name: given.name, until: answer.refusal.until });
    return answer;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (name.trim() === "" || password === "" || minutes > 0) return;
    void request.run(ask, props.onSignedIn);
  };

  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <SignInMessages props={props} request={request} lock={minutes > 0 ? lock : null} minutes={minutes} />
      <Field
        label={words.name}
        hint={words.nameHint}
        validationMessage={touched && name.trim() === "" ? words.nameMissing : null}
      >
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          size="large"
          maxLength={100}
          value={name}
          onChange={(_, { value }) => setName(value)}
        />
      </Field>
      <PasswordInput
        words={words}
        value={password}
        onChange={setPassword}
        problem={touched && password === "" ? words.passwordMissing : undefined}
      />
      <Button
        type="submit"
        appearance="primary"
        size="large"
        disabledFocusable={request.busy || minutes > 0 || !props.reachable}
      >
        {request.busy ? words.signingIn : words.signIn}
      </Button>
    </form>
  );
}

function SignInMessages(at: {
  readonly props: SignInScreenProps;
  readonly request: Request;
  readonly lock: SignInLock | null;
  readonly minutes: number;
}) {
  const { props, request, lock } = at;
  const words = signInWords[props.language];
  if (!props.reachable) return <Unreachable props={props} />;
  if (lock) {
    return (
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>{words.lockedUntil(sayInstant(lock.until), at.minutes)}</MessageBarBody>
      </MessageBar>
    );
  }
  // Once the lock is over its sentence would be wrong; every other refusal stays until the next attempt.
  if (request.refusal && request.refusal.code !== "locked-out") {
    return <RefusalBar around={props} refusal={request.refusal} />;
  }
  if (props.notice === null) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{props.notice}</MessageBarBody>
    </MessageBar>
  );
}

function Unreachable({ props }: { readonly props: SignInScreenProps }) {
  const words = signInWords[props.language];
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{words.unreachable}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={props.onCheckAgain}>
          {words.checkAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

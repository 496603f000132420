import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { changePasswordWords } from "#addin/wording/accounts/change-password-words.ts";
import type { ChangePasswordScreenProps } from "./change-password-screen-props.ts";
import { fieldOfRefusal } from "./field-of-refusal.ts";
import { formProblems, NOTHING_TYPED, type PasswordForm } from "./form-problems.ts";
import { PasswordRules } from "./password-rules-list.tsx";

type Place = keyof PasswordForm;

export function ChangePasswordForm(props: ChangePasswordScreenProps) {
  const words = changePasswordWords[props.language];
  const [form, setForm] = useState(NOTHING_TYPED);
  const [touched, setTouched] = useState(false);
  const [shown, setShown] = useState(false);
  const request = useRequest();
  const problems = formProblems(form, props.ownData);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (Object.keys(problems).length > 0) return;
    void request.run(() => props.changePassword({ old: form.old, new: form.fresh }), props.onChanged);
  };
  const change = (place: Place, value: string) => {
    request.forget();
    setForm({ ...form, [place]: value });
  };
  const place = request.refusal && fieldOfRefusal(request.refusal);
  const messageOf = (field: Place): string | null => {
    if (request.refusal && place === field) return sayShownRefusal(props.language, request.refusal);
    const problem = touched ? problems[field] : undefined;
    return problem === undefined ? null : words[problem];
  };

  return (
    <div className="change-password">
      <form className="admin-card" onSubmit={submit} noValidate>
        {/* Read by password managers only: they store the new password under this name. */}
        <input type="text" name="username" autoComplete="username" value={props.accountName} readOnly hidden />
        <RefusalBar around={props} refusal={place === "form" ? request.refusal : null} />
        {FIELDS.map(({ field, autoComplete }) => (
          <Field key={field} label={labelOf(field, props)} required validationMessage={messageOf(field)}>
            <Input
              type={shown ? "text" : "password"}
              name={field}
              autoComplete={autoComplete}
              spellCheck={false}
              maxLength={200}
              value={form[field]}
              onChange={(_, { value }) => change(field, value)}
            />
          </Field>
        ))}
        <Checkbox label={words.show} checked={shown} onChange={() => setShown(!shown)} />
        <Button type="submit" appearance="primary" disabledFocusable={request.busy}>
          {request.busy ? words.changing : words.change}
        </Button>
        <p className="admin-muted">{words.afterwards}</p>
      </form>
      <PasswordRules words={words} given={{ ...form, ownData: props.ownData }} />
    </div>
  );
}

const FIELDS = [
  { field: "old", autoComplete: "current-password" },
  { field: "fresh", autoComplete: "new-password" },
  { field: "again", autoComplete: "new-password" },
] as const;

function labelOf(field: Place, props: ChangePasswordScreenProps): string {
  const words = changePasswordWords[props.language];
  return field === "old" && props.forced === "first" ? words.oldFirst : words[field];
}

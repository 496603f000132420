import { Badge, Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { personalCentreWords } from "#addin/wording/accounts/personal-centre-words.ts";
import type { PersonalCentre } from "#core/protocol/session.ts";
import { PhoneForm } from "./phone-form.tsx";
import type { PersonalCentreScreenProps } from "./personal-centre-screen-props.ts";

/** From this many days on the password's age is a warning (A2). */
const WARNING_DAYS = 14;

interface SafetyCardProps {
  readonly props: PersonalCentreScreenProps;
  readonly centre: PersonalCentre;
}

export function SafetyCard({ props, centre }: SafetyCardProps) {
  const words = personalCentreWords[props.language];
  const [editing, setEditing] = useState(false);
  const [changed, setChanged] = useState(false);
  const done = () => {
    setEditing(false);
    setChanged(true);
    props.onReload();
  };
  return (
    <section className="admin-card">
      <h2>{words.safetyTitle}</h2>
      <dl className="admin-facts personal-safety">
        <dt>{words.phone}</dt>
        <dd>
          {centre.phone ?? words.noPhone}
          {centre.me.kind === "person" && !editing && (
            <Button size="small" onClick={() => setEditing(true)} aria-label={`${words.changePhone}: ${words.phone}`}>
              {words.changePhone}
            </Button>
          )}
        </dd>
        <dt>{words.password}</dt>
        <dd>
          <PasswordAge props={props} days={centre.me.passwordDaysLeft} />
          <Button size="small" onClick={props.onChangePassword}>
            {words.changePassword}
          </Button>
        </dd>
      </dl>
      {editing && <PhoneForm props={props} onDone={done} onCancel={() => setEditing(false)} />}
      {changed && !editing && (
        <MessageBar intent="success" className="personal-note">
          <MessageBarBody>{words.phoneChanged}</MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

function PasswordAge({ props, days }: { readonly props: PersonalCentreScreenProps; readonly days: number }) {
  const words = personalCentreWords[props.language];
  if (days > WARNING_DAYS) return words.daysLeft(days);
  return (
    <Badge appearance="tint" color="warning">
      {words.expiresSoon(Math.max(0, days))}
    </Badge>
  );
}

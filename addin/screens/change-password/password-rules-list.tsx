import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { CloudArrowUpRegular } from "@fluentui/react-icons/svg/cloud-arrow-up";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import type { ReactNode } from "react";
import type { ChangePasswordWords } from "#addin/wording/accounts/change-password-words.ts";
import {
  checkPasswordRules,
  PASSWORD_LEAST,
  PASSWORD_MOST,
  type PasswordGiven,
  type PasswordRule,
  type RuleState,
} from "./password-rules.ts";
import { passwordStrength } from "./password-strength.ts";

const ORDER: readonly PasswordRule[] = ["length", "own-data", "not-old", "service-checks"];

const ICONS: Readonly<Record<RuleState, ReactNode>> = {
  open: <CircleRegular />,
  met: <CheckmarkCircleFilled />,
  broken: <DismissCircleFilled />,
  "on-sending": <CloudArrowUpRegular />,
};

/** Each rule with its state in words and icon; changes are read out politely. */
export function PasswordRules(props: { readonly words: ChangePasswordWords; readonly given: PasswordGiven }) {
  const { words, given } = props;
  const states = checkPasswordRules(given);
  return (
    <section className="admin-card password-rules" aria-live="polite">
      <h2>{words.rulesTitle}</h2>
      <ul>
        {ORDER.map((rule) => (
          <li key={rule} className={`password-rule-${states[rule]}`}>
            <span aria-hidden="true">{ICONS[states[rule]]}</span>
            <span>{rule === "length" ? words.rules.length(PASSWORD_LEAST, PASSWORD_MOST) : words.rules[rule]}</span>
            <em>{words.ruleStates[states[rule]]}</em>
          </li>
        ))}
      </ul>
      {given.fresh !== "" && <Strength words={words} password={given.fresh} />}
    </section>
  );
}

function Strength({ words, password }: { readonly words: ChangePasswordWords; readonly password: string }) {
  const strength = passwordStrength(password);
  return (
    <div className={`password-strength password-strength-${strength}`}>
      <span>{words.strengthTitle}</span>
      <span className="password-strength-bar" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{words.strengths[strength]}</span>
    </div>
  );
}

import { ToggleButton } from "@fluentui/react-components";
import { LocalLanguageRegular } from "@fluentui/react-icons/svg/local-language";
import type { Language } from "#core/wording/language.ts";
import { signInWords } from "#addin/wording/accounts/sign-in-words.ts";
import { SignInForm } from "./sign-in-form.tsx";
import type { SignInScreenProps } from "./sign-in-screen-props.ts";
import "./sign-in.css";

const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: "zh-CN", name: "中文" },
  { code: "en", name: "English" },
];

export function SignInScreen(props: SignInScreenProps) {
  const words = signInWords[props.language];
  return (
    <main className="sign-in" lang={props.language}>
      <div className="sign-in-sheet">
        <div className="sign-in-cover">
          <span className="sign-in-seal" aria-hidden="true">
            账
          </span>
          <p className="sign-in-product">{words.product}</p>
          <p className="sign-in-tagline">{words.tagline}</p>
          {props.organisationName !== undefined && <p className="sign-in-organisation">{props.organisationName}</p>}
        </div>
        <div className="sign-in-entry">
          <h1>{words.title}</h1>
          <SignInForm {...props} />
          <ul className="sign-in-notes">
            <li>{words.firstTime}</li>
            <li>{words.forgotten}</li>
          </ul>
        </div>
      </div>
      <LanguageSwitch chosen={props.language} label={words.language} onLanguage={props.onLanguage} />
    </main>
  );
}

function LanguageSwitch(props: {
  readonly chosen: Language;
  readonly label: string;
  readonly onLanguage: SignInScreenProps["onLanguage"];
}) {
  return (
    <div className="sign-in-languages" role="group" aria-label={props.label}>
      <LocalLanguageRegular aria-hidden="true" />
      {LANGUAGES.map(({ code, name }) => (
        <ToggleButton
          key={code}
          lang={code}
          size="small"
          appearance="subtle"
          checked={code === props.chosen}
          onClick={() => props.onLanguage(code)}
        >
          {name}
        </ToggleButton>
      ))}
    </div>
  );
}

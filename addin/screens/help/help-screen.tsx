import type { ReactNode } from "react";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";
import "./help.css";

export interface HelpScreenProps {
  readonly language: Language;
  readonly desk: "excel" | "wps";
  /** Of the open ledger. */
  readonly legend: ReactNode;
}

/** The day's work, the buttons, the keys; the whole is in the officer's manual. */
export function HelpScreen({ language, desk, legend }: HelpScreenProps) {
  const words = paneWords(language).help;
  return (
    <div className="pane-help">
      <h2>{words.steps}</h2>
      <ol>
        {words.stepTexts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      <h2>{words.commands}</h2>
      <Terms terms={words.commandTexts} />
      {legend !== null && (
        <>
          <h2>{words.legend}</h2>
          {legend}
        </>
      )}
      <h2>{words.keys}</h2>
      <Terms terms={words.keyTexts} />
      <h2>{words.about}</h2>
      <p>{words.desks[desk]}</p>
    </div>
  );
}

function Terms({ terms }: { readonly terms: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {terms.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

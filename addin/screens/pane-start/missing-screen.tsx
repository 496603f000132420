import { Button } from "@fluentui/react-components";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { sayDeskMissing, type DeskMissingShown } from "#addin/wording/pane/say-desk-missing.ts";
import type { Language } from "#core/wording/language.ts";
import "./pane-start.css";

export interface MissingScreenProps {
  readonly language: Language;
  readonly missing: DeskMissingShown;
  readonly onTryAgain: () => void;
}

/** Why there is no desk, in a plain sentence, and what may be done about it. */
export function MissingScreen({ language, missing, onTryAgain }: MissingScreenProps) {
  const words = paneWords(language).start;
  return (
    <main className="pane-start" lang={language}>
      <h1>{words.title}</h1>
      <p role="alert">{sayDeskMissing(language, missing)}</p>
      {missing.code !== "host-too-old" && (
        <Button appearance="primary" onClick={onTryAgain}>
          {words.tryAgain}
        </Button>
      )}
      <a href="/workbench.html" target="_blank" rel="noreferrer">
        {words.workbench}
      </a>
    </main>
  );
}

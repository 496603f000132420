import { Button } from "@fluentui/react-components";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";

export interface NothingOpenProps {
  readonly language: Language;
  readonly text?: string;
  readonly onOpen: () => void;
}

/** Said where a place needs a book, with the way to one. */
export function NothingOpen({ language, text, onOpen }: NothingOpenProps) {
  const words = paneWords(language).shell;
  return (
    <section className="pane-card">
      <p className="pane-hint">{text ?? words.nothingOpen}</p>
      <Button appearance="primary" onClick={onOpen}>
        {words.chooseOne}
      </Button>
    </section>
  );
}

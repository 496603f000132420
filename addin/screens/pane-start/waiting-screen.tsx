import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";
import "./pane-start.css";

/** The line that stands on the page before its program runs, until the desk answers. */
export function WaitingScreen({ language }: { readonly language: Language }) {
  return (
    <main className="pane-start" lang={language}>
      <p role="status">{paneWords(language).start.waiting}</p>
    </main>
  );
}

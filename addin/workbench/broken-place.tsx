import { Button } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";

export interface BrokenPlaceProps {
  readonly language: Language;
  readonly failure: Error;
  /** How much was typed there and not sent. */
  readonly lost: number;
}

/** Instead of a place that broke: the list at the left still leads to the others. */
export function BrokenPlace({ language, failure, lost }: BrokenPlaceProps) {
  const words = workbenchPagesWords(language).broken;
  return (
    <div role="alert" className="workbench-broken">
      <p>{words.text}</p>
      {lost > 0 && <p>{words.lost(lost)}</p>}
      <Button onClick={() => location.reload()}>{words.reload}</Button>
      <details>
        <summary>{words.details}</summary>
        <code>{failure.message}</code>
      </details>
    </div>
  );
}

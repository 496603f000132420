import { Button, ProgressBar } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { importWords } from "#addin/wording/records/import-words.ts";
import type { ImportWatch } from "./use-import-watch.ts";

export interface ImportProgressProps {
  readonly language: Language;
  readonly busy: boolean;
  readonly watch: ImportWatch;
}

/** How far the service has read, and the way out; only what it is doing is read out, not each percent of it. */
export function ImportProgress({ language, busy, watch: { share, canGiveUp, giveUp } }: ImportProgressProps) {
  const words = importWords[language];
  return (
    <>
      <div role="status">{busy && words.previewing}</div>
      {busy && (
        <div className="records-acts">
          <ProgressBar aria-label={words.previewing} {...(share === null ? {} : { value: share })} />
          <span aria-hidden="true">{share === null ? "" : words.soFar(Math.floor(share * 100))}</span>
          <Button size="small" disabledFocusable={!canGiveUp} onClick={giveUp}>
            {words.stop}
          </Button>
        </div>
      )}
    </>
  );
}

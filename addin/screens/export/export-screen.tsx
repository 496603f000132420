import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Result } from "#core/kernel/result.ts";
import type { Language } from "#core/wording/language.ts";
import { useState } from "react";

export type ExportFormat = "xlsx" | "docx" | "zip";

export interface ExportScreenProps {
  readonly language: Language;
  readonly unsent: number;
  readonly onExport: (format: ExportFormat) => Promise<Result<{ readonly fileName: string }, ShownRefusal>>;
}

const FORMATS: readonly ExportFormat[] = ["xlsx", "docx", "zip"];

/** The open ledger as a file (L18). */
export function ExportScreen({ language, unsent, onExport }: ExportScreenProps) {
  const words = paneWords(language).export;
  const request = useRequest();
  /** Name of the file. */
  const [done, setDone] = useState<string | null>(null);
  const start = (format: ExportFormat) => {
    setDone(null);
    void request.run(
      () => onExport(format),
      ({ fileName }) => setDone(fileName),
    );
  };
  return (
    <>
      <p className="pane-hint">{words.text}</p>
      {unsent > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.unsent(unsent)}</MessageBarBody>
        </MessageBar>
      )}
      {FORMATS.map((format) => (
        <div key={format} className="pane-card">
          <Button disabledFocusable={request.busy} onClick={() => start(format)}>
            {words[format]}
          </Button>
          <p className="pane-hint">{words[`${format}Hint`]}</p>
        </div>
      ))}
      <div role="status">
        {request.busy && <Spinner size="tiny" label={words.exporting} />}
        {done !== null && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{words.done(done)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </>
  );
}

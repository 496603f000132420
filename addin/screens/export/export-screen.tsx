import { Button, Field, Input, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { rosterExportWords } from "#addin/wording/pane/roster-export-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Result } from "#core/kernel/result.ts";
import type { Language } from "#core/wording/language.ts";
import { useState } from "react";
import { SHORTEST_REASON } from "./shortest-reason.ts";

export type ExportFormat = "xlsx" | "docx" | "zip";

export interface ExportScreenProps {
  readonly language: Language;
  readonly unsent: number;
  readonly onExport: (
    format: ExportFormat,
    reason: string,
  ) => Promise<Result<{ readonly fileName: string }, ShownRefusal>>;
}

const FORMATS: readonly ExportFormat[] = ["xlsx", "docx", "zip"];

/** The open ledger as a file (L18); whoever takes it out says what for (A13). */
export function ExportScreen({ language, unsent, onExport }: ExportScreenProps) {
  const words = paneWords(language).export;
  const about = rosterExportWords[language];
  const request = useRequest();
  const [reason, setReason] = useState("");
  const lacksReason = reason.trim().length < SHORTEST_REASON;
  /** Name of the file. */
  const [done, setDone] = useState<string | null>(null);
  const start = (format: ExportFormat) => {
    if (lacksReason) return;
    setDone(null);
    void request.run(
      () => onExport(format, reason.trim()),
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
      <Field label={about.reason} required>
        <Input value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      {FORMATS.map((format) => (
        <div key={format} className="pane-card">
          <Button disabledFocusable={request.busy || lacksReason} onClick={() => start(format)}>
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

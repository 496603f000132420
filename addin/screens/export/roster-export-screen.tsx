import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { rosterExportWords, type RosterExportWords } from "#addin/wording/pane/roster-export-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Result } from "#core/kernel/result.ts";
import type { Language } from "#core/wording/language.ts";
import { SHORTEST_REASON } from "./shortest-reason.ts";

export interface RosterExportScreenProps {
  readonly language: Language;
  readonly unsent: number;
  /** Where it is no roster that goes out. */
  readonly words?: Pick<RosterExportWords, "about" | "reasonHint" | "act">;
  readonly onExport: (reason: string) => Promise<Result<{ readonly fileName: string }, ShownRefusal>>;
}

/** The open roster as a file; whoever takes personal data out says what for (A13). */
export function RosterExportScreen({ language, unsent, onExport, ...given }: RosterExportScreenProps) {
  const shared = paneWords(language).export;
  const words = { ...rosterExportWords[language], ...given.words };
  const request = useRequest();
  const [reason, setReason] = useState("");
  /** Name of the file. */
  const [done, setDone] = useState<string | null>(null);
  const lacksReason = reason.trim().length < SHORTEST_REASON;
  return (
    <form
      className="pane-card"
      onSubmit={(event) => {
        event.preventDefault();
        setDone(null);
        if (!lacksReason)
          void request.run(
            () => onExport(reason.trim()),
            ({ fileName }) => setDone(fileName),
          );
      }}
    >
      <p className="pane-hint">{words.about}</p>
      {unsent > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{shared.unsent(unsent)}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={words.reason} hint={words.reasonHint} required>
        <Input value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={request.busy || lacksReason}>
        {request.busy ? shared.exporting : words.act}
      </Button>
      <div role="status">
        {done !== null && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{shared.done(done)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </form>
  );
}

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ImportVerdictName, ImportView } from "#core/protocol/records/imports.ts";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { ImportPreview } from "#addin/screens/records/import/import-preview.tsx";
import { saveFile } from "#addin/session/book/save-file.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { importWords } from "#addin/wording/records/import-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { ImportStepProps } from "./import-mapping-step.tsx";

/** What would become of each row; written in one go when it is confirmed, and the file given back with what became of it. */
export function ImportPreviewStep(props: ImportStepProps & { readonly staged: ImportView }) {
  const { client, language, open, staged, onOpen } = props;
  const words = importWords[language];
  const [verdict, setVerdict] = useState<ImportVerdictName>(() => firstVerdict(staged));
  const [confirming, setConfirming] = useState(false);
  const rows = useLoad(`${staged.id} ${verdict}`, () => client.records.importRows(staged.id, verdict));
  const { labels } = rosterWords(language);
  const labelOf = (key: string) => open.seen.fields.find((field) => field.key === key)?.label[labels] ?? key;
  const written = staged.counts.new + staged.counts.changed;
  const isDone = staged.state === "committed";
  const leave = () => {
    if (!isDone) void client.records.dropImport(staged.id);
    onOpen(null);
  };
  return (
    <section aria-label={words.preview}>
      <p>{`${staged.fileName} → ${staged.unitName}`}</p>
      <div className="records-acts">
        {isDone ? (
          <TakeResult {...props} />
        ) : (
          <Button appearance="primary" disabledFocusable={written === 0} onClick={() => setConfirming(written > 0)}>
            {words.commit(written)}
          </Button>
        )}
        <Button onClick={leave}>{isDone ? words.again : words.drop}</Button>
      </div>
      <ImportPreview
        language={language}
        view={staged}
        verdict={verdict}
        onVerdict={setVerdict}
        rows={rows.data}
        onRetry={rows.reload}
        labelOf={labelOf}
      />
      {confirming && (
        <ReasonDialog
          around={{ language }}
          title={words.commitTitle}
          text={words.commitAbout(written, staged.counts.refused + staged.counts.doubled)}
          confirm={words.commit(written)}
          least={2}
          ask={(reason) => client.records.commitImport(staged.id, reason)}
          onDone={(committed) => {
            setConfirming(false);
            onOpen({ ...open, staged: committed });
          }}
          onClose={() => setConfirming(false)}
        />
      )}
    </section>
  );
}

/** The officer's own file with what became of each row. */
function TakeResult({ client, language, open, staged, onTell }: ImportStepProps & { readonly staged: ImportView }) {
  const words = importWords[language];
  const request = useRequest();
  const take = () =>
    void request.run(
      () => client.records.importResult(staged.id, open.file),
      ({ fileName, content }) => {
        const name = fileName === "" ? open.file.name : fileName;
        saveFile(name, content);
        onTell(words.resultSaved(name));
      },
    );
  return (
    <>
      <strong role="status">{words.done(staged.counts.new + staged.counts.changed)}</strong>
      <Button appearance="primary" disabledFocusable={request.busy} onClick={take}>
        {words.result}
      </Button>
      <RefusalBar around={{ language }} refusal={request.refusal} />
    </>
  );
}

/** What needs looking at comes first. */
function firstVerdict({ counts }: ImportView): ImportVerdictName {
  if (counts.refused > 0) return "refused";
  return counts.new > 0 ? "new" : counts.changed > 0 ? "changed" : "unchanged";
}

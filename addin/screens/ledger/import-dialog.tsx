import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from "@fluentui/react-components";
import { useState } from "react";
import { FileField } from "#addin/components/file-field.tsx";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { ModalDialog } from "#addin/components/dialogs/modal-dialog.tsx";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import type { ImportShown } from "./import-shown.ts";
import type { LedgerScreenProps } from "./ledger-screen-props.ts";

export interface ImportDialogProps {
  readonly screen: Pick<LedgerScreenProps, "language"> & {
    readonly ask: Pick<LedgerScreenProps["ask"], "readWorkbook" | "refresh">;
  };
  readonly onClose: () => void;
}

/** A workbook is tried first and shows what it would change; only then is anything written (W7). */
export function ImportDialog({ screen, onClose }: ImportDialogProps) {
  const words = workbenchPagesWords(screen.language).import;
  const [file, setFile] = useState<File | null>(null);
  const [shown, setShown] = useState<ImportShown | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const read = async (chosen: File, dryRun: boolean) => {
    setBusy(true);
    setProblem(null);
    const answer = await screen.ask.readWorkbook(chosen, dryRun);
    setBusy(false);
    if (answer.ok) setShown(answer.value);
    else setProblem(sayShownRefusal(screen.language, answer.refusal));
    setDone(answer.ok && !dryRun);
    if (answer.ok && !dryRun) void screen.ask.refresh();
  };
  const writable = shown?.rows.filter(({ outcome }) => outcome.result === "accepted").length ?? 0;
  return (
    <ModalDialog busy={busy} onClose={onClose}>
      <DialogSurface className="ledger-import">
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <FileField
              label={words.choose}
              accept=".xlsx"
              busy={busy}
              onFile={(chosen) => {
                setFile(chosen);
                void read(chosen, true);
              }}
            />
            {busy && <Spinner size="small" label={words.reading} />}
            {problem !== null && <p role="alert">{problem}</p>}
            {shown && <Found screen={screen} shown={shown} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} disabled={busy}>
              {words.cancel}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={busy || done || file === null || writable === 0}
              onClick={() => file && void read(file, false)}
            >
              {words.apply(writable)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}

function Found({ screen, shown }: Pick<ImportDialogProps, "screen"> & { readonly shown: ImportShown }) {
  const words = workbenchPagesWords(screen.language).import;
  return (
    <>
      <ul className="ledger-problems">
        {shown.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <PlainTable
        caption={words.title}
        rows={shown.rows}
        keyOf={({ place }, index) => `${place} ${index}`}
        empty={words.none}
        columns={[
          { key: "place", title: words.place, cell: ({ place }) => place },
          { key: "value", title: words.value, cell: ({ value }) => value },
          {
            key: "outcome",
            title: words.outcome,
            cell: ({ outcome }) =>
              outcome.result === "refused"
                ? sayShownRefusal(screen.language, outcome.refusal)
                : words.would[outcome.result],
          },
        ]}
      />
    </>
  );
}

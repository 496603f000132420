import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { ModalDialog } from "#addin/components/dialogs/modal-dialog.tsx";
import { Waiting } from "#addin/components/waiting.tsx";
import type { EvidenceListed } from "#core/protocol/ledgers.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import type { LedgerPanelProps } from "./ledger-screen-props.ts";

export interface PreviewDialogProps {
  readonly screen: LedgerPanelProps;
  readonly file: EvidenceListed;
  readonly onClose: () => void;
}

/** The bytes come with our token and are shown from memory; documents stand in a frame that may run nothing. */
export function PreviewDialog({ screen, file, onClose }: PreviewDialogProps) {
  const words = workbenchPagesWords(screen.language).evidence;
  const [url, setUrl] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let wanted = true;
    void screen.ask.preview(file.id).then(async (answer) => {
      if (!wanted) return;
      if (!answer.ok) setProblem(sayShownRefusal(screen.language, answer.refusal));
      else if (file.preview === "text") setText(await answer.value.content.text());
      else setUrl((made = URL.createObjectURL(answer.value.content)));
    });
    return () => {
      wanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [file.id]);
  return (
    <ModalDialog onClose={onClose}>
      <DialogSurface className="ledger-preview">
        <DialogBody>
          <DialogTitle>{file.fileName}</DialogTitle>
          <DialogContent>
            {problem !== null && <p role="alert">{problem}</p>}
            {problem === null && url === null && text === null && <Waiting language={screen.language} size="medium" />}
            {text !== null && <pre tabIndex={0}>{text}</pre>}
            {url !== null && <Shown url={url} file={file} none={words.noPreview} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => void screen.ask.download(file.id, file.fileName)}>{words.download}</Button>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}

function Shown({ url, file, none }: { readonly url: string; readonly file: EvidenceListed; readonly none: string }) {
  if (file.preview === "image") return <img src={url} alt={file.fileName} />;
  // The browser's own PDF viewer does not start in a sandboxed frame.
  if (file.preview === "pdf") return <iframe src={url} title={file.fileName} />;
  if (file.preview === "html") return <iframe src={url} title={file.fileName} sandbox="" />;
  return <p>{none}</p>;
}

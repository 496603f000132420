import { Button, MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons/svg/arrow-upload";
import { useEffect, useRef, useState, type DragEvent } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import type { EvidenceListed } from "#core/protocol/ledgers.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import { fileSize } from "./file-size.ts";
import type { LedgerPanelProps } from "./ledger-screen-props.ts";
import { PreviewDialog } from "./preview-dialog.tsx";
import { useUploads, type RunningUpload } from "./use-uploads.ts";
import "./ledger.css";

/** Files of the selected item (L5). */
export function EvidencePanel({ screen }: { readonly screen: LedgerPanelProps }) {
  const words = workbenchPagesWords(screen.language).evidence;
  const { selected } = screen;
  const key = selected?.item?.key;
  if (!selected || key === undefined) return <p className="ledger-hint">{words.choose}</p>;
  return <ItemEvidence key={key} screen={screen} item={key} name={selected.rowName} />;
}

interface ItemEvidenceProps {
  readonly screen: LedgerPanelProps;
  readonly item: string;
  readonly name: string;
}

function ItemEvidence({ screen, item, name }: ItemEvidenceProps) {
  const words = workbenchPagesWords(screen.language).evidence;
  const [files, setFiles] = useState<readonly EvidenceListed[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState<EvidenceListed | null>(null);
  const [leaving, setLeaving] = useState<EvidenceListed | null>(null);
  const load = async () => {
    const answer = await screen.ask.evidence(item);
    if (answer.ok) setFiles(answer.value);
    else setProblem(sayShownRefusal(screen.language, answer.refusal));
  };
  const uploads = useUploads({
    attach: (file, upload) => screen.ask.attach(item, file, upload),
    onDone: () => {
      void load();
      screen.ask.evidenceChanged();
    },
    onRefused: (file, refusal) =>
      setProblem(labelled(screen.language, file.name, sayShownRefusal(screen.language, refusal))),
  });
  useEffect(() => void load(), [item]);
  const owner = screen.view?.viewer === "owner";
  const removed = () => {
    setLeaving(null);
    void load();
    screen.ask.evidenceChanged();
  };
  return (
    <DropArea onFiles={owner ? uploads.start : null} className="ledger-evidence">
      <h3>{words.of(name)}</h3>
      <ProblemBar text={problem} />
      {owner ? <AddFiles words={words} onFiles={uploads.start} /> : <p className="ledger-hint">{words.notOwner}</p>}
      <UploadList words={words} uploads={uploads.running} />
      {files?.length === 0 && uploads.running.length === 0 && <p className="ledger-hint">{words.none}</p>}
      <FileList screen={screen} files={files ?? []} onShow={setShown} onRemove={setLeaving} />
      {shown && <PreviewDialog screen={screen} file={shown} onClose={() => setShown(null)} />}
      {leaving && <RemoveDialog screen={screen} file={leaving} onRemoved={removed} onClose={() => setLeaving(null)} />}
    </DropArea>
  );
}

function ProblemBar({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

interface RemoveDialogProps {
  readonly screen: LedgerPanelProps;
  readonly file: EvidenceListed;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

function RemoveDialog({ screen, file, onRemoved, onClose }: RemoveDialogProps) {
  const words = workbenchPagesWords(screen.language).evidence;
  const request = useRequest();
  return (
    <AskDialog
      around={screen}
      title={words.remove}
      confirm={words.remove}
      request={request}
      onConfirm={() => void request.run(() => screen.ask.removeEvidence(file.id), onRemoved)}
      onClose={onClose}
    >
      <p>{words.removeAsk(file.fileName)}</p>
    </AskDialog>
  );
}

interface FileListProps {
  readonly screen: LedgerPanelProps;
  readonly files: readonly EvidenceListed[];
  readonly onShow: (file: EvidenceListed) => void;
  readonly onRemove: (file: EvidenceListed) => void;
}

function FileList({ screen, files, onShow, onRemove }: FileListProps) {
  const words = workbenchPagesWords(screen.language).evidence;
  return (
    <ul className="ledger-files">
      {files.map((file) => (
        <li key={file.id}>
          <strong>{file.fileName}</strong>
          <span>{words.by(file.uploadedBy, sayInstant(file.uploadedAt), fileSize(file.bytes))}</span>
          <div className="ledger-actions">
            <Button
              size="small"
              disabled={file.preview === "none"}
              aria-label={`${words.preview}: ${file.fileName}`}
              onClick={() => onShow(file)}
            >
              {words.preview}
            </Button>
            <Button
              size="small"
              aria-label={`${words.download}: ${file.fileName}`}
              onClick={() => void screen.ask.download(file.id, file.fileName)}
            >
              {words.download}
            </Button>
            {file.mayRemove && (
              <Button
                size="small"
                appearance="subtle"
                aria-label={`${words.remove}: ${file.fileName}`}
                onClick={() => onRemove(file)}
              >
                {words.remove}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

type EvidenceWords = ReturnType<typeof workbenchPagesWords>["evidence"];

function AddFiles({
  words,
  onFiles,
}: {
  readonly words: EvidenceWords;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="ledger-drop">
      <Button icon={<ArrowUploadRegular />} onClick={() => input.current?.click()}>
        {words.add}
      </Button>
      <p>{words.drop}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.add}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

function UploadList({ words, uploads }: { readonly words: EvidenceWords; readonly uploads: readonly RunningUpload[] }) {
  return uploads.map((upload) => (
    <div key={upload.id} className="ledger-upload" role="status">
      <span>{words.uploading(upload.name, upload.percent)}</span>
      <ProgressBar value={upload.percent / 100} aria-label={upload.name} />
      <Button size="small" appearance="subtle" onClick={upload.cancel}>
        {words.cancel}
      </Button>
    </div>
  ));
}

interface DropAreaProps {
  readonly className: string;
  readonly onFiles: ((files: readonly File[]) => void) | null;
  readonly children: React.ReactNode;
}

function DropArea({ className, onFiles, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles?.([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over && onFiles ? `${className} ledger-over` : className}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}

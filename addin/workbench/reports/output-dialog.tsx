import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { ReceivedFile } from "#addin/service-client/transport.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { ReportPageProps } from "./report-page-props.ts";

export interface OutputDialogProps extends Pick<ReportPageProps, "language" | "onTell"> {
  readonly title: string;
  readonly about: string;
  readonly ask: (reason: string) => Promise<Answer<ReceivedFile>>;
  readonly onClose: () => void;
}

/** A file of a report, for a reason that is logged (A13). */
export function OutputDialog({ language, title, about, ask, onTell, onClose }: OutputDialogProps) {
  return (
    <ReasonDialog
      around={{ language }}
      title={title}
      text={about}
      confirm={title}
      least={2}
      ask={ask}
      onDone={({ fileName, content }) => {
        saveFile(fileName, content);
        onTell(workbenchWords(language).ledger.exported(fileName));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";

export interface ReplaceDialogProps {
  readonly language: Language;
  readonly name: string;
  readonly unsent: number;
  readonly onReplace: () => void;
  readonly onClose: () => void;
}

const IDLE = { busy: false, refusal: null };

/** One workbook carries one book: what was not sent does not outlive it. */
export function ReplaceDialog({ language, name, unsent, onReplace, onClose }: ReplaceDialogProps) {
  const words = paneWords(language).open;
  return (
    <AskDialog
      around={{ language }}
      title={words.replaceTitle}
      confirm={words.replace}
      request={IDLE}
      onConfirm={onReplace}
      onClose={onClose}
    >
      <p>{words.replaceText(name, unsent)}</p>
      <p className="admin-muted">{words.replaceQueued}</p>
    </AskDialog>
  );
}

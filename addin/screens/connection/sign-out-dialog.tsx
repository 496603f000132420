import { Button } from "@fluentui/react-components";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";

export interface SignOutDialogProps {
  readonly language: Language;
  /** Changes of this account that wait on this desk. */
  readonly count: number;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}

/** Whoever leaves a desk with unsent pushes says what becomes of them: others may use it next (A7, W5). */
export function SignOutDialog({ language, count, onKeep, onDiscard, onStay }: SignOutDialogProps) {
  const words = paneWords(language).signOut;
  return (
    <AskDialog
      around={{ language }}
      title={words.title}
      confirm={words.keep}
      request={{ busy: false, refusal: null }}
      onConfirm={onKeep}
      onClose={onStay}
      further={<Button onClick={onDiscard}>{words.discard}</Button>}
    >
      <p>{words.text(count)}</p>
      <p>{words.keepText}</p>
      <p>{words.discardText}</p>
    </AskDialog>
  );
}

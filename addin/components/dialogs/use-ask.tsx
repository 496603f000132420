import { useState, type ReactNode } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import type { Language } from "#core/wording/language.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
}

export interface Asking {
  /** @returns whether it was confirmed. */
  readonly ask: (question: Question) => Promise<boolean>;
  /** To be rendered; null: nothing is asked. */
  readonly question: ReactNode;
}

interface Open extends Question {
  readonly answer: (isConfirmed: boolean) => void;
}

/** Yes or no, in the page's own dialog: desk programs have none of the browser's, and those speak the browser's language. */
export function useAsk(language: Language): Asking {
  const [open, setOpen] = useState<Open | null>(null);
  const ask = async (question: Question): Promise<boolean> => {
    const isConfirmed = await new Promise<boolean>((answer) => setOpen({ ...question, answer }));
    setOpen(null);
    return isConfirmed;
  };
  const question = open && (
    <AskDialog
      around={{ language }}
      title={open.title}
      confirm={open.confirm}
      request={{ busy: false, refusal: null }}
      onConfirm={() => open.answer(true)}
      onClose={() => open.answer(false)}
    >
      <p>{open.text}</p>
    </AskDialog>
  );
  return { ask, question };
}

import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { Remark } from "./remark.ts";

export interface RemarkDialogProps {
  readonly language: Language;
  /** "2!C4" */
  readonly cell: string;
  readonly onRemark: (remark: Remark) => void;
  readonly onClose: () => void;
}

/** A remark on the cell that the superior looks at; it goes with the return. */
export function RemarkDialog({ language, cell, onRemark, onClose }: RemarkDialogProps) {
  const words = reportSubmissionWords[language].judge;
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  return (
    <AskDialog
      around={{ language }}
      title={words.remarkOn(cell)}
      confirm={words.addRemark}
      request={{ busy: false, refusal: null }}
      blocked={isEmpty}
      onConfirm={() => {
        if (!isEmpty) onRemark({ cell, text: text.trim() });
      }}
      onClose={onClose}
    >
      <Field label={words.remark} required>
        <Textarea value={text} rows={3} maxLength={500} onChange={(_, { value }) => setText(value)} />
      </Field>
    </AskDialog>
  );
}

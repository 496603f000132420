import { useState } from "react";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { ChoiceSelect } from "#addin/components/procedures/choice-select.tsx";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { reportHtml } from "./report-html.ts";

export interface PrintReportDialogProps {
  readonly language: Language;
  readonly view: ReportView;
  /** The table that one looks at; null: none of them. */
  readonly table: number | null;
  /** Prints a page of its own. */
  readonly onPrint: (html: string) => void;
  readonly onClose: () => void;
}

/** The whole set or one table. */
export function PrintReportDialog({ language, view, table, onPrint, onClose }: PrintReportDialogProps) {
  const words = reportSubmissionWords[language];
  const own = words.print;
  const [chosen, setChosen] = useState(table === null ? "" : String(table));
  const print = () => {
    onPrint(reportHtml(view, { words, table: chosen === "" ? null : Number(chosen) }));
    onClose();
  };
  return (
    <AskDialog
      around={{ language }}
      title={own.title}
      confirm={own.confirm}
      request={{ busy: false, refusal: null }}
      onConfirm={print}
      onClose={onClose}
    >
      <p>{own.about}</p>
      <ChoiceSelect
        label={own.what}
        none={own.whole}
        choices={view.tables.map(({ no, name }) => ({ value: String(no), label: own.table(no, name) }))}
        value={chosen}
        onValue={setChosen}
      />
    </AskDialog>
  );
}

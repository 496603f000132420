import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { PrintReportDialog } from "#addin/screens/reports/print/print-report-dialog.tsx";
import { printHtml } from "#addin/session/book/print-html.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";

export interface PrintButtonProps {
  readonly language: Language;
  readonly view: ReportView;
  /** Number of the table that one looks at. */
  readonly table?: number;
}

/** One table or the whole set on paper. */
export function PrintButton({ language, view, table }: PrintButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{reportSubmissionWords[language].print.act}</Button>
      {open && (
        <PrintReportDialog
          language={language}
          view={view}
          table={table ?? null}
          onPrint={printHtml}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

import type { ReportView } from "#core/sheet/report/report-view.ts";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { RemarkDialog } from "#addin/screens/reports/overview/remark-dialog.tsx";
import { PrintReportDialog } from "#addin/screens/reports/print/print-report-dialog.tsx";
import { printHtml } from "#addin/session/print-html.ts";
import { saveFile } from "#addin/session/save-file.ts";
import { reportWords } from "#addin/wording/report-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { ReportPageProps } from "./report-page-props.ts";

export type DeskAsked =
  | { readonly kind: "output" }
  | { readonly kind: "print"; readonly table: number | null }
  | { readonly kind: "remark"; readonly cell: string };

export interface DeskDialogsProps extends Pick<
  ReportPageProps,
  "client" | "language" | "ask" | "onTell" | "remarks" | "onRemarks"
> {
  readonly view: ReportView;
  readonly asked: DeskAsked;
  readonly onClose: () => void;
}

/** The report as a workbook or on paper; a superior's remark on a cell. */
export function DeskDialogs(props: DeskDialogsProps) {
  const { language, view, asked, remarks, onRemarks, onClose } = props;
  if (asked.kind === "output") return <Output {...props} />;
  if (asked.kind === "print")
    return <PrintReportDialog {...{ language, view, onClose }} table={asked.table} onPrint={printHtml} />;
  return (
    <RemarkDialog
      language={language}
      cell={asked.cell}
      onRemark={(remark) => {
        onRemarks([...remarks, remark]);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** For a reason that is logged (A13). */
function Output({ client, language, ask, onTell, onClose }: DeskDialogsProps) {
  const words = reportWords[language].desk;
  return (
    <ReasonDialog
      around={{ language }}
      title={words.output}
      text={words.outputAbout}
      confirm={words.output}
      least={2}
      ask={(reason) => client.reports.bookFile(ask, reason)}
      onDone={({ fileName, content }) => {
        saveFile(fileName, content);
        onTell(workbenchWords(language).ledger.exported(fileName));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

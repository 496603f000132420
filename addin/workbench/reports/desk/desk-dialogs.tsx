import type { ReportView } from "#core/sheet/report/report-view.ts";
import { ImportDialog } from "#addin/screens/ledger/import-dialog.tsx";
import { emptyCells } from "#addin/screens/reports/desk/empty-cells.ts";
import { FillDialog } from "#addin/screens/reports/desk/fill-dialog.tsx";
import { RemarkDialog } from "#addin/screens/reports/overview/remark-dialog.tsx";
import { PrintReportDialog } from "#addin/screens/reports/print/print-report-dialog.tsx";
import { importShown } from "#addin/session/roster/import-shown.ts";
import { printHtml } from "#addin/session/book/print-html.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { OutputDialog } from "../output-dialog.tsx";
import type { DeskPart } from "./desk-part.ts";
import { fillEmpty } from "./fill-empty.ts";

export type DeskAsked =
  | { readonly kind: "output" }
  | { readonly kind: "import" }
  | { readonly kind: "fill"; readonly table: number | null }
  | { readonly kind: "print"; readonly table: number | null }
  | { readonly kind: "remark"; readonly cell: string };

export interface DeskDialogsProps extends Pick<
  DeskPart,
  "client" | "language" | "ask" | "onTell" | "remarks" | "onRemarks" | "session" | "grid"
> {
  readonly view: ReportView;
  readonly asked: DeskAsked;
  readonly onClose: () => void;
}

/** The report as a workbook or on paper; a superior's remark on a cell. */
export function DeskDialogs(props: DeskDialogsProps) {
  const { language, view, asked, remarks, onRemarks, onClose } = props;
  if (asked.kind === "output") return <Output {...props} />;
  if (asked.kind === "import") return <Import {...props} />;
  if (asked.kind === "fill") return <Fill {...props} table={asked.table} />;
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

/** Typed as changes that are then looked at and sent. */
function Fill({ language, view, session, grid, onClose, table }: DeskDialogsProps & { readonly table: number | null }) {
  if (!session || !grid) return null;
  const typed = new Set(session.state.changes.map(({ field }) => field));
  return (
    <FillDialog
      language={language}
      table={table}
      inTable={emptyCells(view, table).filter((cell) => !typed.has(cell)).length}
      inSet={emptyCells(view, null).filter((cell) => !typed.has(cell)).length}
      onFill={(chosen) => fillEmpty({ session, grid }, emptyCells(view, chosen))}
      onClose={onClose}
    />
  );
}

/** What was filled in a workbook that this report was exported to (W7). */
function Import({ client, language, ask, session, onClose }: DeskDialogsProps) {
  const refresh = async () => {
    await session?.refresh();
  };
  const readWorkbook = async (file: File, dryRun: boolean) => {
    const answer = await client.reports.importBook(ask, file, dryRun);
    return answer.ok ? { ok: true as const, value: importShown(answer.value, language) } : answer;
  };
  return <ImportDialog screen={{ language, ask: { readWorkbook, refresh } }} onClose={onClose} />;
}

function Output({ client, language, ask, onTell, onClose }: DeskDialogsProps) {
  const words = reportWords[language].desk;
  return (
    <OutputDialog
      {...{ language, onTell, onClose }}
      title={words.output}
      about={words.outputAbout}
      ask={(reason) => client.reports.bookFile(ask, reason)}
    />
  );
}

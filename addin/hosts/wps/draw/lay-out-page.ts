import type { PrintSettings } from "#core/sheet/sheet.ts";
import type { Placement, SheetPlan } from "#addin/hosts/plan/plan.ts";
import type { WpsApplication, WpsWorksheet } from "../wps-application.ts";
import { WPS } from "../wps-numbers.ts";

/** Header or footer as a whole may have 255 characters, codes included. */
const LONGEST_LINE = 180;

export function setPrint(sheet: WpsWorksheet, print: PrintSettings, placement: Placement): void {
  const page = sheet.PageSetup;
  page.PaperSize = WPS.paperA4;
  page.Orientation = print.orientation === "landscape" ? WPS.landscape : WPS.portrait;
  page.CenterHorizontally = true;
  if (print.fitToWidth) {
    page.Zoom = false;
    page.FitToPagesWide = 1;
    page.FitToPagesTall = false;
  }
  if (print.repeatRows) {
    const [from = 0, to = 0] = [placement.rows[print.repeatRows.from], placement.rows[print.repeatRows.to]];
    page.PrintTitleRows = `$${from + 1}:$${to + 1}`;
  }
  page.CenterHeader = printLine(print.header);
  page.LeftFooter = printLine(print.footer);
  page.RightFooter = "&P / &N";
}

/** Panes belong to the window, which shows the active sheet only. */
export function freeze(
  app: WpsApplication,
  sheet: WpsWorksheet,
  { plan, placement }: { readonly plan: Pick<SheetPlan, "frozen" | "isProtected">; readonly placement: Placement },
): void {
  sheet.Activate();
  const window = app.ActiveWindow;
  window.FreezePanes = false;
  window.ScrollRow = 1;
  window.ScrollColumn = 1;
  window.DisplayGridlines = !plan.isProtected;
  const rows = linesAbove(placement.rows, plan.frozen.rows);
  const columns = linesAbove(placement.columns, plan.frozen.columns);
  if (rows === 0 && columns === 0) return;
  window.SplitRow = rows;
  window.SplitColumn = columns;
  window.FreezePanes = true;
}

/** Physical lines up to and with the last frozen one, hidden ones too. */
function linesAbove(lines: readonly number[], frozen: number): number {
  return frozen === 0 ? 0 : (lines[frozen - 1] ?? -1) + 1;
}

/** "&" begins a code in headers and footers. */
function printLine(text: string): string {
  return text.slice(0, LONGEST_LINE).replaceAll("&", "&&");
}

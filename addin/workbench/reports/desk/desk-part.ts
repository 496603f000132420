import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import type { DirectSession, DirectSessionState } from "#addin/session/desk/direct-session.ts";
import type { ReportPageProps } from "../report-page-props.ts";
import type { Trace } from "../trace/trace.ts";

/** What each tab of the desk's panel is given. */
export interface DeskPart extends ReportPageProps {
  readonly session: DirectSession | null;
  readonly state: DirectSessionState;
  readonly grid: OpenGrid | null;
  /** "2!C4": what is selected in the sheet. */
  readonly cell: string | null;
  /** Selects a cell in the sheet, with others of that sheet. */
  readonly onGo: (cell: string, together?: readonly string[]) => void;
  readonly onRestore: (cell: string) => void;
  readonly onTrace: (trace: Trace) => void;
}

import type { BookReading } from "#core/sheet/reading.ts";
import type { LiveSheet, Selection } from "#core/sheet/sheet-host.ts";

/**
 * A live sheet in a desk program (Excel, WPS). The workbook was there before us and stays after us: sheets, columns, rows,
 * sorting, widths and notes of the officer's own are never touched. Failures are thrown as HostFailure.
 *
 * `draw` of a book whose sheets already stand in the workbook (found by their corner cells) is a refresh: cell by cell by
 * key, keeping what is the officer's, all or nothing.
 */
export interface DeskSheet extends LiveSheet {
  /** Looks for our sheets in a workbook that was opened anew. @returns text of the very-hidden sheet; null: none of ours. */
  attach(): Promise<string | null>;
  /**
   * Puts back what the last draw replaced. @returns false when there is nothing to put back.
   * @param seen as in a draw
   */
  undoDraw(seen?: BookReading): Promise<boolean>;
  selection(): Promise<Selection | null>;
  /** Runs an entry of setMenu on the selected cell: the desk's own menus are fixed. @returns false: no such entry. */
  runEntry(id: string): Promise<boolean>;
  close(): Promise<void>;
}

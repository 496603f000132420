import { columnLetters, parseColumnLetters } from "#core/sheet/cell-address.ts";
import type { ExcelRun } from "./excel-run.ts";

export interface ExcelEvents {
  /** Somebody else than us changed cells: the officer, or a colleague in the same workbook. */
  readonly edited: (change: SheetChange) => void;
  readonly selected: () => void;
}

export interface SheetChange {
  readonly sheetId: string;
  readonly address: string;
  /** Rows or columns came, went or changed places. */
  readonly isStructure: boolean;
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/** Listens to the whole workbook. Events only say when to look again; what changed is found by comparing (W2a). */
export async function listenTo(run: ExcelRun, events: ExcelEvents): Promise<readonly Handler[]> {
  return run.step(({ worksheets }) => [
    worksheets.onChanged.add(async (change) => {
      // From our own writes nobody learns anything.
      if (change.triggerSource === "ThisLocalAddin") return;
      const isStructure = change.changeType !== "RangeEdited";
      events.edited({ sheetId: change.worksheetId, address: change.address, isStructure });
    }),
    worksheets.onRowSorted.add(async ({ worksheetId, address }) => {
      events.edited({ sheetId: worksheetId, address, isStructure: true });
    }),
    worksheets.onSelectionChanged.add(async () => events.selected()),
  ]);
}

export async function stopListening(handlers: readonly Handler[]): Promise<void> {
  const [first] = handlers;
  if (!first) return;
  for (const handler of handlers) handler.remove();
  await first.context.sync();
}

/** Does an address ("B2", "B:C", "3:9") reach the line with the keys? Then lines may have changed places. */
export function touchesKeys(address: string, keys: { readonly keyRow: number; readonly keyColumn: number }): boolean {
  const corners = address.replaceAll("$", "").split("!").at(-1)?.split(":") ?? [];
  const columns = corners.map((corner) => parseColumnLetters(/^[A-Z]+/.exec(corner)?.[0] ?? ""));
  const rows = corners.map((corner) => Number(/\d+$/.exec(corner)?.[0] ?? Number.NaN) - 1);
  return reaches(columns, keys.keyColumn) || reaches(rows, keys.keyRow);
}

/** A missing bound is the sheet's edge. */
function reaches(bounds: readonly (number | undefined)[], line: number): boolean {
  const known = bounds.filter((bound): bound is number => bound !== undefined && !Number.isNaN(bound));
  if (known.length === 0) return true;
  return Math.min(...known) <= line && line <= Math.max(...known);
}

/** "A:A" */
export function wholeColumn(column: number): string {
  return `${columnLetters(column)}:${columnLetters(column)}`;
}

/** "1:1" */
export function wholeRow(row: number): string {
  return `${row + 1}:${row + 1}`;
}

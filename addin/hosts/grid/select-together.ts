import { parseAddress } from "#core/sheet/cell-address.ts";
import type { GridBoard } from "./grid-board.ts";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Several cells of the front sheet at once; `first` is the one that is typed into and told of. */
export function selectTogether(board: GridBoard, first: Place, also: readonly string[]): void {
  const others = also
    .flatMap((address) => parseAddress(address) ?? [])
    .filter(({ row, column }) => row !== first.row || column !== first.column);
  board.commands.syncExecuteCommand("sheet.operation.set-selections", {
    unitId: board.workbook.getId(),
    subUnitId: board.workbook.getActiveSheet().getSheetId(),
    // The last one is the active one.
    selections: [...others.map((place) => ({ range: rangeOf(place), primary: null, style: null })), active(first)],
  });
}

function active(place: Place) {
  const { row, column } = place;
  const primary = { actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false };
  return { range: rangeOf(place), primary: { ...rangeOf(place), ...primary }, style: null };
}

function rangeOf({ row, column }: Place) {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}

import type { SheetReading } from "#core/sheet/reading.ts";
import type { GridBoard } from "../grid-board.ts";
import { readCell } from "./read-cell.ts";

/** Everything in one sheet of the drawn book, by its key. */
export function readSheet(board: GridBoard, key: string): SheetReading {
  const worksheet = board.worksheet(key);
  const matrix = worksheet.getCellMatrix();
  const facade = board.workbook.getSheetBySheetId(worksheet.getSheetId());
  const { endRow, endColumn } = matrix.getDataRange();
  const rows = Array.from({ length: endRow + 1 }, (_row, row) =>
    Array.from({ length: endColumn + 1 }, (_column, column) =>
      readCell(matrix.getValue(row, column), () => facade?.getRange(row, column).getFormula() ?? ""),
    ),
  );
  return { name: worksheet.getName(), rows };
}

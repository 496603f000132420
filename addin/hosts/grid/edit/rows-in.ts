import type { IRange, Worksheet } from "@univerjs/core";
import { isLayoutKey } from "#core/sheet/row-key.ts";

/** Keys of the rows of these ranges that a filter does not hide; whoever selects a whole column means what he sees. */
export function rowsIn(worksheet: Worksheet, ranges: readonly IRange[]): ReadonlySet<string> {
  const matrix = worksheet.getCellMatrix();
  const { endRow: last } = matrix.getDataRange();
  const keys = new Set<string>();
  for (const range of ranges) {
    // A whole column has no first and no last row.
    const from = Number.isNaN(range.startRow) ? 0 : range.startRow;
    const to = Number.isNaN(range.endRow) ? last : Math.min(range.endRow, last);
    for (let row = from; row <= to; row += 1) {
      const key = matrix.getValue(row, 0)?.v;
      if (typeof key === "string" && key !== "" && !isLayoutKey(key) && worksheet.getRowVisible(row)) keys.add(key);
    }
  }
  return keys;
}

import type { SeenCell, SeenMerge, SeenRow } from "#core/intake/seen-workbook.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { parseAddress } from "#core/sheet/cell-address.ts";

/** Rows as the guarded reader hands them on: null is an empty cell, rows without any value are left out. */
export function seenRows(...rows: readonly (readonly (CellValue | SeenCell)[])[]): readonly SeenRow[] {
  return rows.flatMap((cells, row) => {
    const seen = cells.map((cell) => (cell !== null && typeof cell === "object" ? cell : { value: cell }));
    while (seen.at(-1)?.value === null) seen.pop();
    return seen.length === 0 ? [] : [{ row, cells: seen }];
  });
}

/** "A1:C2" */
export function merges(...references: readonly string[]): readonly SeenMerge[] {
  return references.map((reference) => {
    const [from, to] = reference.split(":").map((address) => parseAddress(address));
    if (!from || !to) throw new Error(`no range: ${reference}`);
    return { top: from.row, left: from.column, bottom: to.row, right: to.column };
  });
}

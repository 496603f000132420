import type { SeenCell, SeenMerge, SeenRow } from "../seen-workbook.ts";
import type { FoundTable } from "./found-table.ts";

/**
 * Officers merge a unit's name over the rows of its people and mean it for each of them. Blocks of one column under the
 * header count for all their rows; blocks over several columns are notes and stay as seen.
 * @returns to be called with the table's rows in order
 */
export function spreadMerges(
  { headerRows }: Pick<FoundTable, "headerRows">,
  merges: readonly SeenMerge[],
): (row: SeenRow) => SeenRow {
  const below = headerRows.at(-1) ?? -1;
  const tall = merges
    .filter(({ top, left, bottom, right }) => left === right && bottom > top && top > below)
    .sort((a, b) => a.top - b.top);
  const open = new Map<number, { readonly bottom: number; readonly cell: SeenCell | undefined }>();
  let next = 0;
  return (row) => {
    const cells = [...row.cells];
    for (let merge = tall[next]; merge && merge.top <= row.row; merge = tall[next]) {
      open.set(merge.left, { bottom: merge.bottom, cell: merge.top === row.row ? cells[merge.left] : undefined });
      next += 1;
    }
    for (const [column, { bottom, cell }] of open) {
      if (bottom < row.row) open.delete(column);
      else if (cell) fill(cells, column, cell);
    }
    return { row: row.row, cells };
  };
}

function fill(cells: SeenCell[], column: number, cell: SeenCell): void {
  while (cells.length <= column) cells.push({ value: null });
  cells[column] = cell;
}

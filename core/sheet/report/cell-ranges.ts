import { sheetAddress, type CellPosition } from "../cell-address.ts";

interface Block {
  readonly top: number;
  readonly left: number;
  bottom: number;
  readonly right: number;
}

/** Cells as few A1 ranges: runs within a row, equal runs below each other as one. Positions are those of `rows` and `columns`. */
export function cellRanges(cells: readonly CellPosition[]): readonly string[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  return stacked(runsOf(sorted)).map(({ top, left, bottom, right }) => {
    const [first, last] = [sheetAddress(top, left), sheetAddress(bottom, right)];
    return first === last ? first : `${first}:${last}`;
  });
}

/** A cell named twice stands in two runs: what is added up twice stays so. */
function runsOf(sorted: readonly CellPosition[]): readonly Block[] {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}

function stacked(runs: readonly Block[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const run of runs) {
    const above = blocks.find(
      ({ left, right, bottom }) => left === run.left && right === run.right && bottom === run.top - 1,
    );
    if (above) above.bottom = run.top;
    else blocks.push(run);
  }
  return blocks;
}

import { inputOf } from "#addin/hosts/plan/cells/cell-input.ts";
import type { CellInput } from "#addin/hosts/plan/plan.ts";
import type { CellChange } from "#addin/hosts/plan/refresh-sheet.ts";

/** A full rectangle: WPS empties a cell for which a block has nothing. */
export interface DenseBlock {
  readonly top: number;
  readonly left: number;
  readonly inputs: (readonly CellInput[])[];
}

/** Changed cells in rectangles without holes: runs within a row, joined with equal runs right below. */
export function denseBlocks(changes: readonly CellChange[]): readonly DenseBlock[] {
  const rows = new Map<number, CellChange[]>();
  for (const change of changes) {
    const cells = rows.get(change.row);
    if (cells) cells.push(change);
    else rows.set(change.row, [change]);
  }
  const blocks: DenseBlock[] = [];
  let open = new Map<string, DenseBlock>();
  let last = -2;
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const next = new Map<string, DenseBlock>();
    for (const run of runsOfRow(rows.get(row) ?? [])) {
      const name = `${run.left}:${run.inputs.length}`;
      const above = row === last + 1 ? open.get(name) : undefined;
      const block = above ?? { top: row, left: run.left, inputs: [] };
      block.inputs.push(run.inputs);
      if (!above) blocks.push(block);
      next.set(name, block);
    }
    open = next;
    last = row;
  }
  return blocks;
}

function runsOfRow(cells: readonly CellChange[]): readonly { readonly left: number; readonly inputs: CellInput[] }[] {
  const runs: { left: number; inputs: CellInput[] }[] = [];
  for (const { column, content, format } of [...cells].sort((a, b) => a.column - b.column)) {
    const run = runs.at(-1);
    const input = inputOf(content, format);
    if (run && run.left + run.inputs.length === column) run.inputs.push(input);
    else runs.push({ left: column, inputs: [input] });
  }
  return runs;
}

/** Pieces of at most so many cells, of whole rows. */
export function piecesOf(block: DenseBlock, mostCells: number): readonly DenseBlock[] {
  const rows = Math.max(1, Math.floor(mostCells / Math.max(1, block.inputs[0]?.length ?? 1)));
  const pieces: DenseBlock[] = [];
  for (let at = 0; at < block.inputs.length; at += rows) {
    pieces.push({ top: block.top + at, left: block.left, inputs: block.inputs.slice(at, at + rows) });
  }
  return pieces;
}

import { cornerText } from "#core/sheet/row-key.ts";
import { GENERAL, inputOf } from "./cells/cell-input.ts";
import type { Area, CellInput, Painted } from "./plan.ts";
import type { FreshSheet } from "./plan-changes.ts";
import type { CellChange } from "./refresh-sheet.ts";

/** Values and formulas for one rectangle of the worksheet. Physical, 0-based; null leaves a cell as it is. */
export interface WriteBlock {
  readonly top: number;
  readonly left: number;
  readonly inputs: readonly (readonly (CellInput | null)[])[];
}

export function blockArea({ top, left, inputs }: WriteBlock): Area {
  return { top, left, bottom: top + inputs.length - 1, right: left + (inputs[0]?.length ?? 1) - 1 };
}

/** Everything that a sheet holds that is drawn anew, its keys and what the officer once had beside it. */
export function freshInputs({ plan, placement, own }: FreshSheet): WriteBlock {
  const height = Math.max(placement.keyRow, ...placement.rows, ...own.map(({ row }) => row)) + 1;
  const width = Math.max(placement.keyColumn, ...placement.columns, ...own.map(({ column }) => column)) + 1;
  const inputs = Array.from({ length: height }, () => Array.from({ length: width }, (): CellInput | null => null));
  const put = (row: number, column: number, input: CellInput) => {
    const cells = inputs[row];
    if (cells && input !== "") cells[column] = input;
  };
  put(placement.keyRow, placement.keyColumn, cornerText(plan));
  plan.columnKeys.forEach((key, at) => put(placement.keyRow, placement.columns[at] ?? 0, key));
  placement.rows.forEach((row, at) => {
    put(row, placement.keyColumn, plan.rowKeys[at] ?? "");
    plan.contents[at]?.forEach((cell, column) =>
      put(row, placement.columns[column] ?? 0, inputOf(cell, paintedAt(plan.formats, at, column) ?? "")),
    );
  });
  for (const { row, column, content } of own) put(row, column, inputOf(content, GENERAL));
  return { top: 0, left: 0, inputs };
}

export function paintedAt<T>({ table, at }: Painted<T>, row: number, column: number): T | undefined {
  return table[at[row]?.[column] ?? -1];
}

/** Rows with few changes between many that stay would be mostly holes. */
const WIDEST_GAP = 20;

/** Changed cells in few rectangles; what lies between them is left as it is. */
export function changedBlocks(changes: readonly CellChange[]): readonly WriteBlock[] {
  const byRow = new Map<number, CellChange[]>();
  for (const change of changes) byRow.set(change.row, [...(byRow.get(change.row) ?? []), change]);
  const groups: CellChange[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
    if (row - last > WIDEST_GAP) groups.push([]);
    groups.at(-1)?.push(...(byRow.get(row) ?? []));
    last = row;
  }
  return groups.map(blockOf);
}

/** Changed cells and no others: where a neighbour that stays may not even be touched. */
export function solidBlocks(changes: readonly CellChange[]): readonly WriteBlock[] {
  const blocks: CellChange[][] = [];
  const lowest = new Map<string, CellChange[]>();
  for (const run of rowRuns(changes)) {
    const [first] = run;
    const reach = `${first?.column ?? 0}:${run.length}`;
    const above = lowest.get(reach);
    if (above && above.at(-1)?.row === (first?.row ?? 0) - 1) above.push(...run);
    else {
      lowest.set(reach, run);
      blocks.push(run);
    }
  }
  return blocks.map(blockOf);
}

/** Neighbours within a row, row after row. */
function rowRuns(changes: readonly CellChange[]): readonly CellChange[][] {
  const runs: CellChange[][] = [];
  for (const change of changes.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1)?.at(-1);
    if (last?.row === change.row && last.column === change.column - 1) runs.at(-1)?.push(change);
    else runs.push([change]);
  }
  return runs;
}

function blockOf(changes: readonly CellChange[]): WriteBlock {
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (const { row, column } of changes) {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  const inputs = Array.from({ length: bottom - top + 1 }, () =>
    Array.from({ length: right - left + 1 }, (): CellInput | null => null),
  );
  for (const { row, column, content, format } of changes) {
    const cells = inputs[row - top];
    if (cells) cells[column - left] = inputOf(content, format);
  }
  return { top, left, inputs };
}

/**
 * Pieces of whole rows, small enough to fill requests evenly.
 * @param cells of one piece at most, but one row at least
 */
export function splitBlock(block: WriteBlock, cells: number): readonly WriteBlock[] {
  const rows = Math.max(1, Math.floor(cells / Math.max(1, block.inputs[0]?.length ?? 1)));
  return Array.from({ length: Math.ceil(block.inputs.length / rows) }, (_, at) => ({
    ...block,
    top: block.top + at * rows,
    inputs: block.inputs.slice(at * rows, (at + 1) * rows),
  }));
}

/** What it weighs in a request: UTF-8, where most of our texts take three bytes a character. */
export function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}

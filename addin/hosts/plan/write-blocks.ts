import { inputOf } from "./cell-input.ts";
import type { Area, CellInput, Painted, SheetPlan } from "./plan.ts";
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

/** A whole sheet that is drawn anew, keys in row 1 and column A. */
export function freshInputs(plan: SheetPlan, corner: string): WriteBlock {
  const formatAt = (row: number, column: number) => paintedAt(plan.formats, row, column) ?? "";
  const rows = plan.contents.map((cells, row) => [
    plan.rowKeys[row] ?? "",
    ...cells.map((cell, column) => emptyAsNull(inputOf(cell, formatAt(row, column)))),
  ]);
  return { top: 0, left: 0, inputs: [[corner, ...plan.columnKeys], ...rows] };
}

function emptyAsNull(input: CellInput): CellInput | null {
  return input === "" ? null : input;
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
 * Pieces that fit into one request each, of whole rows.
 * @param most JSON characters of one piece; `taken` of the first one are used already
 */
export function splitBlock(block: WriteBlock, most: number, taken = 0): readonly WriteBlock[] {
  const pieces: WriteBlock[] = [];
  let from = 0;
  let size = taken;
  block.inputs.forEach((cells, at) => {
    const more = jsonBytes(cells);
    if (size + more > most && at > from) {
      pieces.push({ top: block.top + from, left: block.left, inputs: block.inputs.slice(from, at) });
      [from, size] = [at, 0];
    }
    size += more;
  });
  return [...pieces, { top: block.top + from, left: block.left, inputs: block.inputs.slice(from) }];
}

/** @returns undefined when it is one row already. */
export function halves(block: WriteBlock): readonly [WriteBlock, WriteBlock] | undefined {
  const middle = block.inputs.length >> 1;
  if (middle === 0) return undefined;
  return [
    { ...block, inputs: block.inputs.slice(0, middle) },
    { ...block, top: block.top + middle, inputs: block.inputs.slice(middle) },
  ];
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

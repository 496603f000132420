import { readCell } from "#addin/hosts/plan/standing/block-reading.ts";
import type { TypedCell } from "#addin/hosts/plan/standing/typed-since.ts";
import { WatchedChanges } from "#addin/hosts/plan/watched-changes.ts";
import { blockArea, type WriteBlock } from "#addin/hosts/plan/write-blocks.ts";
import type { CellChange } from "#addin/hosts/plan/refresh-sheet.ts";
import { codeOf } from "../excel-failure.ts";

interface Look {
  readonly block: WriteBlock;
  readonly range: Excel.Range;
}

/**
 * What stands in cells right before they are written, asked in the same request: Excel lets nobody in between. A request waits
 * while somebody types into a cell, and is sent again when he has: that is when this finds something.
 */
export class LastLooks {
  readonly #watched: WatchedChanges;
  readonly #looks = new Map<string, Look>();

  constructor(changes: readonly CellChange[]) {
    this.#watched = new WatchedChanges(changes);
  }

  watches(block: WriteBlock): boolean {
    return this.#watched.isIn(blockArea(block));
  }

  /** To be queued before the block is written. */
  queue(sheet: Excel.Worksheet, block: WriteBlock): void {
    const { top, left, inputs } = block;
    const range = sheet.getRangeByIndexes(top, left, inputs.length, inputs[0]?.length ?? 1).load("values,formulas");
    this.#looks.set(`${top} ${left}`, { block, range });
  }

  /** Where it stood when the draw looked around. */
  typed(): readonly TypedCell[] {
    return [...this.#looks.values()].filter(({ range }) => isTold(range)).flatMap((look) => this.#typedIn(look));
  }

  #typedIn({ block, range }: Look): readonly TypedCell[] {
    const { values, formulas } = range;
    const { top, left } = block;
    return this.#watched.typedIn(blockArea(block), (row, column) =>
      readCell(values[row - top]?.[column - left], formulas[row - top]?.[column - left]),
    );
  }
}

/** Excel did not come so far where the request failed. */
function isTold(range: Excel.Range): boolean {
  try {
    return range.values.length > 0;
  } catch (error) {
    if (codeOf(error) === "PropertyNotLoaded" || codeOf(error) === "ValueNotLoaded") return false;
    throw error;
  }
}

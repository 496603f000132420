import { readCell } from "#addin/hosts/plan/standing/block-reading.ts";
import type { TypedCell } from "#addin/hosts/plan/standing/typed-since.ts";
import type { Area } from "#addin/hosts/plan/plan.ts";
import { WatchedChanges } from "#addin/hosts/plan/watched-changes.ts";
import { blockArea, jsonBytes, type WriteBlock } from "#addin/hosts/plan/write-blocks.ts";
import type { CellChange } from "#addin/hosts/plan/refresh-sheet.ts";
import type { SheetReading } from "#core/sheet/reading.ts";
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
  readonly #weights: RowWeights;
  readonly #looks = new Map<string, Look>();

  /** @param stood what the draw found when it looked around */
  constructor(changes: readonly CellChange[], stood: SheetReading) {
    this.#watched = new WatchedChanges(changes);
    this.#weights = new RowWeights(changes, stood);
  }

  watches(block: WriteBlock): boolean {
    return this.#watched.isIn(blockArea(block));
  }

  /** About what the answer weighs. */
  weightOf(block: WriteBlock): number {
    return this.#weights.of(blockArea(block));
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

/** Values and formulas of whole rows, as they stood: what a look at cells in them brings back at most. */
class RowWeights {
  readonly #stood: SheetReading;
  /** Where the row at a place stood, for rows that something changes in. */
  readonly #rows = new Map<number, number>();
  readonly #weighed = new Map<number, number>();

  constructor(changes: readonly CellChange[], stood: SheetReading) {
    this.#stood = stood;
    for (const { row, stood: before } of changes) if (before) this.#rows.set(row, before.row);
  }

  of({ top, bottom }: Area): number {
    // Between two rows that are known others stand as far apart as they did, or are new and empty.
    let [at, weight] = [top, 0];
    for (let row = top; row <= bottom; row += 1) {
      at = this.#rows.get(row) ?? at + 1;
      weight += this.#weigh(at);
    }
    return weight;
  }

  #weigh(row: number): number {
    const known = this.#weighed.get(row);
    if (known !== undefined) return known;
    const cells = this.#stood.rows[row] ?? [];
    const formulas = cells.map(({ value, formula }) => formula ?? value);
    const weight = jsonBytes(cells.map(({ value }) => value)) + jsonBytes(formulas);
    this.#weighed.set(row, weight);
    return weight;
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

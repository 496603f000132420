import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { DrawOptions } from "#core/sheet/sheet-host.ts";

/** Of the time that a drawing takes, until Univer has it; then it paints in one step. */
const SHARE_PREPARED = 0.6;

export function stepsOf({ sheets }: SheetBook): number {
  return Math.ceil(sheets.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0) / SHARE_PREPARED);
}

/** As long as a page may be busy without being felt. */
const SLICE_MS = 30;
/** Looking at the clock costs more than most rows. */
const ROWS_PER_LOOK = 50;

/** Long work in slices: in between the page is painted, tells how far it is and can be stopped (W6). */
export class Pace {
  readonly #options: Pick<DrawOptions, "signal" | "onProgress">;
  readonly #total: number;
  #done = 0;
  #rows = 0;
  #since = performance.now();

  constructor(total: number, options: Pick<DrawOptions, "signal" | "onProgress">) {
    this.#total = total;
    this.#options = options;
  }

  /** After each row, of so many cells. @throws when the drawing was cancelled meanwhile. */
  async row(cells: number): Promise<void> {
    this.#done += cells;
    this.#rows += 1;
    if (this.#rows % ROWS_PER_LOOK !== 0 || performance.now() - this.#since < SLICE_MS) return;
    this.#options.onProgress?.(this.#done, this.#total);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.#options.signal?.aborted === true) throw new Error("drawing was cancelled");
    this.#since = performance.now();
  }
}

import type { DrawOptions } from "#core/sheet/sheet-host.ts";

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

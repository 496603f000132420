/** One piece of work after the other on the same sheet: a reading never meets a half-done drawing. */
export class WorkLine {
  #last: Promise<unknown> = Promise.resolve();
  readonly #due = new Map<string, Promise<boolean>>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const mine = (async () => {
      await before;
      return await work();
    })();
    this.#last = mine.then(nothing, nothing);
    return await mine;
  }

  /** As `run`, but work of this name that still waits for its turn does for both. */
  runOnce(name: string, work: () => Promise<boolean>): Promise<boolean> {
    const due = this.#due.get(name);
    if (due) return due;
    const mine = this.run(async () => {
      this.#due.delete(name);
      return await work();
    });
    this.#due.set(name, mine);
    return mine;
  }
}

/** Whoever asked for the work is told how it ended; the next in line is not concerned. */
function nothing(): void {
  return undefined;
}

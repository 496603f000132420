/** Lends things that one borrower uses at a time; makes at most `most`, then lets borrowers wait in order. */
export class LendingPool<T> {
  readonly #make: () => T;
  readonly #most: number;
  readonly #all: T[] = [];
  readonly #idle: T[] = [];
  readonly #waiting: ((thing: T) => void)[] = [];

  constructor(make: () => T, most: number) {
    this.#make = make;
    this.#most = most;
  }

  async lend<R>(work: (thing: T) => Promise<R>): Promise<R> {
    const thing = await this.#borrow();
    try {
      return await work(thing);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(thing);
      else this.#idle.push(thing);
    }
  }

  /** Everything that was made. */
  all(): readonly T[] {
    return this.#all;
  }

  #borrow(): T | Promise<T> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.length < this.#most) {
      const made = this.#make();
      this.#all.push(made);
      return made;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

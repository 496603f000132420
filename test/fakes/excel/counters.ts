/** One call of Execute with a batch. */
export interface RequestRecord {
  readonly actions: number;
  readonly bytes: number;
  readonly answerBytes: number;
  /**
   * "work": what our code sent. "cleanup": the library gives tracked ranges back after Excel.run, nobody waits for it.
   * "internal": the library's own services.
   */
  readonly kind: "work" | "cleanup" | "internal";
  /** "" when it went well, else the error's code or the status. */
  readonly failure: string;
}

export interface Budget {
  readonly syncs: number;
  readonly actions: number;
  readonly bytes: number;
  readonly largestRequest: number;
}

/** What a user action costs: reset before it, read after it. */
export class Counters {
  #records: RequestRecord[] = [];

  add(record: RequestRecord): void {
    this.#records.push(record);
  }
  reset(): void {
    this.#records = [];
  }
  get records(): readonly RequestRecord[] {
    return this.#records;
  }
  /** Of the work, without what the library does by itself. */
  get spent(): Budget {
    const work = this.#records.filter(({ kind }) => kind === "work");
    const sum = (of: (record: RequestRecord) => number) => work.reduce((total, record) => total + of(record), 0);
    return {
      syncs: work.length,
      actions: sum(({ actions }) => actions),
      bytes: sum(({ bytes, answerBytes }) => bytes + answerBytes),
      largestRequest: Math.max(0, ...work.map(({ bytes }) => bytes)),
    };
  }
}

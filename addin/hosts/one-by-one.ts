/** User actions one after the other, also when one fails: two that talk at once would see each other half done. */
export class OneByOne {
  #last: Promise<unknown> = Promise.resolve();

  do<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next;
    return next;
  }

  /** Whatever became of it. */
  async untilDone(): Promise<void> {
    await this.#last.catch((failure: unknown) => failure);
  }
}

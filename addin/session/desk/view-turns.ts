/** Views in the order they were asked for: one that comes late never goes over a newer one. */
export class ViewTurns {
  #asked = 0;
  #opened = 0;
  #wished = 0;
  /** By what the view is of. */
  readonly #shown = new Map<string, number>();

  ask(): number {
    this.#asked += 1;
    return this.#asked;
  }

  /** As `ask`, for what somebody waits for. */
  wish(): number {
    this.#wished = this.ask();
    return this.#wished;
  }

  /** Views that are asked for without anybody's wish do not answer for it. */
  isLastWish(turn: number): boolean {
    return turn === this.#wished;
  }

  /** One that was asked for later says itself how it went. */
  isNewest(turn: number): boolean {
    return turn === this.#asked;
  }

  /** @returns false: one that was asked for later is shown already. */
  show(turn: number, subject = ""): boolean {
    if (!this.mayShow(turn, subject)) return false;
    this.shown(turn, subject);
    return true;
  }

  /** For what takes a while and may fail: it is `shown` only when it worked. */
  mayShow(turn: number, subject: string): boolean {
    return turn >= (this.#shown.get(subject) ?? 0);
  }

  shown(turn: number, subject: string): void {
    this.#shown.set(subject, turn);
  }

  /** Another book may take the place of the one that stands. @returns false: one that was chosen later had its turn already. */
  open(turn: number, subject: string): boolean {
    if (turn < this.#opened || !this.mayShow(turn, subject)) return false;
    this.#opened = turn;
    return true;
  }
}

/** Views in the order they were asked for: one that comes late never goes over a newer one. */
export class ViewTurns {
  #asked = 0;
  #shown = 0;

  ask(): number {
    this.#asked += 1;
    return this.#asked;
  }

  /** One that was asked for later says itself how it went. */
  isNewest(turn: number): boolean {
    return turn === this.#asked;
  }

  /** @returns false: one that was asked for later is shown already. */
  show(turn: number): boolean {
    if (turn < this.#shown) return false;
    this.#shown = turn;
    return true;
  }
}

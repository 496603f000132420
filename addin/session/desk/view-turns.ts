/** Views in the order they were asked for: one that comes late never goes over a newer one. */
export class ViewTurns {
  #asked = 0;
  #opened = 0;
  /** By what the view is of. */
  readonly #shown = new Map<string, number>();

  ask(): number {
    this.#asked += 1;
    return this.#asked;
  }

  /** One that was asked for later says itself how it went. */
  isNewest(turn: number): boolean {
    return turn === this.#asked;
  }

  /** @returns false: one that was asked for later is shown already. */
  show(turn: number, subject = ""): boolean {
    if (turn < (this.#shown.get(subject) ?? 0)) return false;
    this.#shown.set(subject, turn);
    return true;
  }

  /** Another book takes the place of the one that stands. @returns false: one that was chosen later stands already. */
  open(turn: number, subject: string): boolean {
    if (turn < this.#opened || !this.show(turn, subject)) return false;
    this.#opened = turn;
    return true;
  }
}

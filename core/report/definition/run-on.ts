/**
 * Whether numbers run on from 1, each mistake told once: after one that does not fit, both the next in the count and the one that follows it
 * are right.
 */
export class RunOn {
  #counted = 0;
  /** null: whatever comes is right. */
  #last: number | null = 0;

  isNext(no: number): boolean {
    const next = this.#counted + 1;
    const fits = this.#last === null || no === next || no === this.#last + 1;
    this.#last = no;
    this.#counted = fits ? no : next;
    return fits;
  }

  /** A line that could not be read took a number, or so many that whatever comes next is right. */
  skip(taken: "one" | "many"): void {
    this.#counted += 1;
    this.#last = taken === "many" || this.#last === null ? null : this.#last + 1;
  }
}

import { NOTHING, type Painted } from "../plan.ts";

/** Collects what cells share. Things are told apart by names, because comparing hundreds of thousands of them takes too long. */
export class Painter<T> {
  readonly #table: T[] = [];
  readonly #ids = new Map<string, number>();
  readonly #at: number[][] = [];

  startRow(): void {
    this.#at.push([]);
  }

  /**
   * Of the next cell of the row.
   * @param name the same for things that are the same; undefined: there is nothing
   */
  add(name: string | undefined, make: () => T): void {
    this.#at.at(-1)?.push(name === undefined ? NOTHING : this.#idOf(name, make));
  }

  painted(): Painted<T> {
    return { table: this.#table, at: this.#at };
  }

  #idOf(name: string, make: () => T): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#table.length;
    this.#table.push(make());
    this.#ids.set(name, id);
    return id;
  }
}

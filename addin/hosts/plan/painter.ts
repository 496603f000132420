import { NOTHING, type Painted } from "./plan.ts";

/** Collects what cells share; things are equal when their JSON is. */
export class Painter<T> {
  readonly #table: T[] = [];
  readonly #ids = new Map<string, number>();
  readonly #at: number[][] = [];

  startRow(): void {
    this.#at.push([]);
  }

  /** Of the next cell of the row. */
  add(thing: T | undefined): void {
    this.#at.at(-1)?.push(thing === undefined ? NOTHING : this.#idOf(thing));
  }

  painted(): Painted<T> {
    return { table: this.#table, at: this.#at };
  }

  #idOf(thing: T): number {
    const text = JSON.stringify(thing);
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#table.length;
    this.#table.push(thing);
    this.#ids.set(text, id);
    return id;
  }
}

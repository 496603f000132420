import type { IStyleData } from "@univerjs/core";

/** Equal styles are written once per book: thousands of cells share a few dozen. */
export class StyleTable {
  readonly #ids = new Map<string, string>();

  idOf(style: IStyleData): string {
    const text = JSON.stringify(style);
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = `s${this.#ids.size}`;
    this.#ids.set(text, id);
    return id;
  }

  all(): Record<string, IStyleData> {
    return Object.fromEntries([...this.#ids].map(([text, id]) => [id, JSON.parse(text) as IStyleData]));
  }
}

import type { IStyleData } from "@univerjs/core";
import { byLook } from "#core/sheet/by-look.ts";
import type { Cell } from "#core/sheet/cell.ts";
import type { Row } from "#core/sheet/sheet.ts";
import { gridStyle } from "./grid-style.ts";

const EMPTY: Cell = { value: null, state: "text" };

/** Equal styles are written once per book: thousands of cells share a few dozen. */
export class StyleTable {
  readonly #ids = new Map<string, string>();
  readonly #idOfLook = byLook((cell, kind) => this.#idOf(gridStyle(cell, kind)));

  idOf(cell: Cell | undefined, kind: Row["kind"]): string {
    return this.#idOfLook(cell ?? EMPTY, kind);
  }

  all(): Record<string, IStyleData> {
    return Object.fromEntries([...this.#ids].map(([text, id]) => [id, JSON.parse(text) as IStyleData]));
  }

  #idOf(style: IStyleData): string {
    const text = JSON.stringify(style);
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = `s${this.#ids.size}`;
    this.#ids.set(text, id);
    return id;
  }
}

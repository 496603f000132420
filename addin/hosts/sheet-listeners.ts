import type { Selection, Unsubscribe } from "#core/sheet/sheet-host.ts";

/** Who listens to a live sheet, and what they were told last. */
export class SheetListeners {
  readonly #selection = new Set<(selection: Selection) => void>();
  readonly #edited = new Set<() => void>();
  #selectionTold = "";

  onSelection(listener: (selection: Selection) => void): Unsubscribe {
    this.#selection.add(listener);
    return () => this.#selection.delete(listener);
  }

  onEdited(listener: () => void): Unsubscribe {
    this.#edited.add(listener);
    return () => this.#edited.delete(listener);
  }

  get areForSelection(): boolean {
    return this.#selection.size > 0;
  }

  /** Only what differs from what was told last. */
  tellSelection(selection: Selection): void {
    const text = JSON.stringify(selection);
    if (text === this.#selectionTold) return;
    this.#selectionTold = text;
    for (const listener of this.#selection) listener(selection);
  }

  tellEdited(): void {
    for (const listener of this.#edited) listener();
  }

  /** After a draw: the same place may show something else. */
  forgetSelection(): void {
    this.#selectionTold = "";
  }

  clear(): void {
    this.#selection.clear();
    this.#edited.clear();
  }
}

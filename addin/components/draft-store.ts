interface Draft {
  readonly text: string;
  readonly original: string;
}

/** Texts that were begun and not sent, by name: one text, however many boxes show it. */
export class DraftStore {
  readonly #drafts = new Map<string, Draft>();
  readonly #due = new Map<string, ReadonlySet<string>>();
  readonly #listeners = new Set<() => void>();

  textOf(name: string): string | null {
    return this.#drafts.get(name)?.text ?? null;
  }

  /** @param text null: sent, or given up */
  set(name: string, text: string | null, original = ""): void {
    if (text === null) this.#drafts.delete(name);
    else this.#drafts.set(name, { text, original });
    this.#tell();
  }

  /** Of the drafts of one kind only these can be sent by now; the others are kept in case they can be again, and not counted. */
  setDue(kind: string, names: readonly string[]): void {
    this.#due.set(kind, new Set(names));
    this.#tell();
  }

  /** How many would be lost: what says nothing, or nothing new, would not. */
  get count(): number {
    return [...this.#drafts].filter(([name, { text, original }]) => isBegun(text, original) && this.#isDue(name))
      .length;
  }

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #isDue(name: string): boolean {
    return [...this.#due].every(([kind, names]) => !name.startsWith(kind) || names.has(name));
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

export function isBegun(text: string | null, original: string): boolean {
  return text !== null && text.trim() !== "" && text.trim() !== original.trim();
}

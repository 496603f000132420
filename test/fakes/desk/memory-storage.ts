import type { DeskStorage } from "#addin/hosts/open-desk.ts";

/** A desk's storage that outlives the program, and that can be full or forbidden when a test says so. */
export class MemoryStorage implements DeskStorage {
  readonly texts = new Map<string, string>();
  #refusal: "QuotaExceededError" | "SecurityError" | null = null;

  /** null: it works again. Reading works while it is full. */
  refuse(name: "QuotaExceededError" | "SecurityError" | null): void {
    this.#refusal = name;
  }

  getItem(key: string): string | null {
    if (this.#refusal === "SecurityError") throw new DOMException("forbidden here", this.#refusal);
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.#refusal) throw new DOMException("refused", this.#refusal);
    this.texts.set(key, value);
  }

  removeItem(key: string): void {
    if (this.#refusal === "SecurityError") throw new DOMException("forbidden here", this.#refusal);
    this.texts.delete(key);
  }
}

import { LowSync } from "lowdb";
import { isFull, type OutboxStorage } from "./outbox-storage.ts";
import { EMPTY_OUTBOX, parseOutbox, type StoredOutbox } from "./parse-outbox.ts";

export const OUTBOX_KEY = "taizhang.outbox";
const MOST_DAMAGED = 9;

export type Written = "kept" | "full" | "not-kept";

/**
 * The outbox as one text in the desk's storage. Storages throw what they like (forbidden in a foreign frame, full, gone):
 * here it becomes an answer, so that edits are sent from memory at least.
 */
export class OutboxFile {
  readonly #storage: OutboxStorage | null;
  readonly #database: LowSync<StoredOutbox>;
  #isDamaged = false;

  constructor(storage: OutboxStorage | null) {
    this.#storage = storage;
    const adapter = {
      read: () => this.#load(),
      write: (outbox: StoredOutbox) => this.#storage?.setItem(OUTBOX_KEY, JSON.stringify(outbox)),
    };
    this.#database = new LowSync<StoredOutbox>(adapter, EMPTY_OUTBOX);
  }

  /** Something unreadable was found and set aside under a name of its own. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** @returns undefined: the storage does not answer. */
  read(): StoredOutbox | undefined {
    if (!this.#storage) return undefined;
    try {
      this.#database.data = EMPTY_OUTBOX;
      this.#database.read();
      return this.#database.data;
    } catch {
      return undefined;
    }
  }

  write(outbox: StoredOutbox): Written {
    if (!this.#storage) return "not-kept";
    try {
      this.#database.data = outbox;
      this.#database.write();
      return "kept";
    } catch (failure) {
      return isFull(failure) ? "full" : "not-kept";
    }
  }

  #load(): StoredOutbox | null {
    const text = this.#storage?.getItem(OUTBOX_KEY) ?? null;
    if (text === null) return null;
    const { outbox, isDamaged } = parseOutbox(text);
    if (isDamaged) this.#setAside(text, outbox);
    return outbox;
  }

  /** @throws when there is no room for it: then the text stays where it is, and nothing is written over it. */
  #setAside(text: string, good: StoredOutbox): void {
    this.#isDamaged = true;
    const names = Array.from({ length: MOST_DAMAGED }, (_name, index) => `${OUTBOX_KEY}.damaged.${index + 1}`);
    const free = names.find((name) => this.#storage?.getItem(name) === null) ?? names.at(-1) ?? OUTBOX_KEY;
    this.#storage?.setItem(free, text);
    this.#storage?.setItem(OUTBOX_KEY, JSON.stringify(good));
  }
}

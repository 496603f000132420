import type { OutboxEntry } from "./outbox-entry.ts";
import { OutboxFile, type Written } from "./outbox-file.ts";
import type { OutboxStorage } from "./outbox-storage.ts";

type Change = (entries: readonly OutboxEntry[]) => readonly OutboxEntry[];

/**
 * The entries of a desk, kept in its storage and in memory. Each change reads anew first, because another pane may have
 * written; what another pane's write loses all the same comes back from memory with the next change. An entry that returns
 * after it was removed is sent again under its old key, which changes nothing.
 */
export class OutboxEntries {
  readonly #file: OutboxFile;
  /** Changed here, by key; of two copies the one with the higher version holds. */
  readonly #own = new Map<string, OutboxEntry>();
  readonly #gone = new Set<string>();
  #last: readonly OutboxEntry[] = [];
  #isReadable = true;
  #isWritten = true;

  constructor(storage: OutboxStorage | null) {
    this.#file = new OutboxFile(storage);
    this.read();
  }

  /** Survives closing the program. */
  get isKept(): boolean {
    return this.#isReadable && this.#isWritten;
  }

  get isDamaged(): boolean {
    return this.#file.isDamaged;
  }

  /** In the order they were queued. */
  read(): readonly OutboxEntry[] {
    const stored = this.#file.read();
    this.#isReadable = stored !== undefined;
    const merged = new Map<string, OutboxEntry>();
    for (const entry of [...(stored?.entries ?? this.#last), ...this.#own.values()]) {
      const known = merged.get(entry.key);
      if (!this.#gone.has(entry.key) && (!known || known.version < entry.version)) merged.set(entry.key, entry);
    }
    this.#last = [...merged.values()].toSorted((a, b) => a.queuedAt - b.queuedAt);
    return this.#last;
  }

  /** @returns "full" when there was no room; then nothing has changed, unless it must (`always`). */
  change(change: Change, { always }: { readonly always: boolean }): Written {
    const before = this.read();
    const after = change(before);
    const written = this.#file.write({ format: 1, entries: after });
    if (written === "full" && !always) return written;
    this.#isWritten = written === "kept";
    const standing = new Set(after.map(({ key }) => key));
    for (const { key } of before) if (!standing.has(key)) this.#forget(key);
    for (const entry of after) if (!before.includes(entry)) this.#own.set(entry.key, entry);
    this.#last = after;
    return written;
  }

  #forget(key: string): void {
    this.#gone.add(key);
    this.#own.delete(key);
  }
}

import type { OutboxStorage } from "./outbox-storage.ts";

const LEASE_KEY = "taizhang.outbox.lease";
/** Longer than a push may take. */
export const LEASE_MS = 90_000;

/**
 * Of two panes on a desk one sends. It saves work, no more: two that send at once send the same keys, and nothing is done
 * twice. Where the storage does not answer, everybody may send.
 */
export class SendLease {
  readonly #storage: OutboxStorage | null;
  readonly #holder: string;

  constructor(storage: OutboxStorage | null, holder: string) {
    this.#storage = storage;
    this.#holder = holder;
  }

  /** Takes or renews it. @returns false while another pane has it. */
  take(now: number): boolean {
    const [holder, until] = this.#read();
    // A clock that was set back must not keep everybody waiting.
    const isHeld = holder !== undefined && Number(until) > now && Number(until) <= now + LEASE_MS;
    if (isHeld && holder !== this.#holder) return false;
    this.#write(`${this.#holder} ${now + LEASE_MS}`);
    const [written] = this.#read();
    return written === undefined || written === this.#holder;
  }

  giveBack(): void {
    if (this.#read()[0] === this.#holder) this.#write(null);
  }

  #read(): readonly (string | undefined)[] {
    try {
      return this.#storage?.getItem(LEASE_KEY)?.split(" ") ?? [];
    } catch {
      return [];
    }
  }

  #write(text: string | null): void {
    try {
      if (text === null) this.#storage?.removeItem(LEASE_KEY);
      else this.#storage?.setItem(LEASE_KEY, text);
    } catch {
      // Without a lease everybody may send: `take` reads that nothing was written.
      return;
    }
  }
}

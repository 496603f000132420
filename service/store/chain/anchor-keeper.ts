import type { ChainHead } from "#service/ports/audit.ts";
import type { ChainAnchor } from "#service/ports/chain-anchor.ts";

/** With the time a write takes, the anchor stays less than a second behind. */
const DELAY_MS = 500;

/**
 * Lets the anchor follow the chain without making any writer wait for it. An anchor that is missing, forged or not in
 * the chain stays as it is: moving it would wipe out the only trace of what happened.
 */
export class AnchorKeeper {
  readonly #anchor: ChainAnchor;
  readonly #isInChain: (head: ChainHead) => Promise<boolean>;
  #newest: ChainHead | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #failure: unknown;

  constructor(anchor: ChainAnchor, isInChain: (head: ChainHead) => Promise<boolean>) {
    this.#anchor = anchor;
    this.#isInChain = isInChain;
  }

  /** Called after every commit that made entries. */
  follow(head: ChainHead): void {
    if (!this.#newest || head.number > this.#newest.number) this.#newest = head;
    this.#timer ??= setTimeout(() => this.#write(), DELAY_MS).unref();
  }

  /** @throws when the anchor should move and cannot be written. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#write();
    await this.#writing;
    clearTimeout(this.#timer);
    if (this.#failure !== undefined)
      throw new Error("the anchor of the audit chain cannot be written", { cause: this.#failure });
  }

  #write(): void {
    const head = this.#newest;
    this.#timer = undefined;
    this.#newest = undefined;
    if (!head) return;
    this.#writing = this.#writing
      .then(() => this.#advance(head))
      .then(
        () => (this.#failure = undefined),
        (error: unknown) => this.#tryAgain(head, error),
      );
  }

  async #advance(head: ChainHead): Promise<void> {
    const anchored = await this.#anchor.read();
    if (anchored === undefined || anchored === "forged") return;
    // Another process on the same database may be ahead.
    if (anchored.number >= head.number || !(await this.#isInChain(anchored))) return;
    await this.#anchor.replace(head);
  }

  /** A full disk must not stop the office; the operator is told once, and the next second tries again. */
  #tryAgain(head: ChainHead, error: unknown): void {
    if (this.#failure === undefined)
      process.emitWarning(`The anchor of the audit chain cannot be written: ${String(error)}`);
    this.#failure = error;
    this.follow(head);
  }
}

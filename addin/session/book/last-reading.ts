import type { BookReading } from "#core/sheet/reading.ts";
import type { LiveSheet } from "#core/sheet/sheet-host.ts";

/** What was read of the sheet last, and whether somebody typed since. */
export class LastReading {
  readonly #host: Pick<LiveSheet, "read">;
  #reading: BookReading | null = null;
  #isStale = true;

  constructor(host: Pick<LiveSheet, "read">) {
    this.#host = host;
  }

  get reading(): BookReading | null {
    return this.#reading;
  }

  /** null: nobody knows whether it still stands so. */
  get fresh(): BookReading | null {
    return this.#isStale ? null : this.#reading;
  }

  /** Known without a reading: from what was written, or by who read it. */
  hold(reading: BookReading | null): void {
    this.#reading = reading;
  }

  noteEdited(): void {
    this.#isStale = true;
  }

  async read(): Promise<BookReading> {
    this.#isStale = false;
    try {
      this.#reading = await this.#host.read();
      return this.#reading;
    } catch (failure) {
      this.#isStale = true;
      throw failure;
    }
  }
}

import { HostFailure } from "../host-failure.ts";
import { OneByOne } from "../one-by-one.ts";
import type { WpsApplication, WpsWorkbook } from "./wps-application.ts";
import { untilReady, wpsFailure } from "./wps-failure.ts";

/** The workbook that the pane was opened beside; another one that comes to the front later is not ours. */
export class WpsBook {
  readonly #app: WpsApplication;
  readonly #turns = new OneByOne();
  #workbook: WpsWorkbook | null;

  constructor(app: WpsApplication) {
    this.#app = app;
    this.#workbook = app.ActiveWorkbook ?? null;
  }

  /** One thing after the other, every failure by name. @throws HostFailure */
  do<T>(work: (workbook: WpsWorkbook) => Promise<T>): Promise<T> {
    return this.#turns.do(async () => {
      try {
        await untilReady(this.#app);
        return await work(this.#open());
      } catch (error) {
        throw wpsFailure(this.#app, error);
      }
    });
  }

  async untilDone(): Promise<void> {
    await this.#turns.untilDone();
  }

  /** @returns null: none is open, or the program does not say just now. */
  name(): string | null {
    return this.unlessBusy(() => this.#open().FullName);
  }

  /** Is it the one that the officer looks at? */
  isInFront(): boolean {
    const name = this.name();
    return name !== null && this.unlessBusy(() => this.#app.ActiveWorkbook?.FullName ?? null) === name;
  }

  /** Events come at any time, and nobody waits for an answer: null where the program gives none just now. */
  unlessBusy<T>(ask: () => T): T | null {
    try {
      return ask();
    } catch (error) {
      if (error instanceof Error) return null;
      throw error;
    }
  }

  #open(): WpsWorkbook {
    this.#workbook ??= this.#app.ActiveWorkbook ?? null;
    if (!this.#workbook) throw new HostFailure("sheet-gone", "no workbook is open");
    return this.#workbook;
  }
}

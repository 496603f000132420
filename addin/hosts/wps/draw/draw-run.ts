import type { DrawOptions } from "#core/sheet/sheet-host.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { WpsApplication, WpsWorkbook } from "../wps-application.ts";
import { pause } from "../wps-failure.ts";
import type { Rollback } from "./rollback.ts";

/** One draw under way: whom it draws for, how far it is, whether it is still wanted. */
export class DrawRun {
  readonly app: WpsApplication;
  readonly workbook: WpsWorkbook;
  readonly rollback: Rollback;
  readonly #options: DrawOptions;
  readonly #total: number;
  #done = 0;

  constructor(
    place: { readonly app: WpsApplication; readonly workbook: WpsWorkbook; readonly rollback: Rollback },
    options: DrawOptions,
    total: number,
  ) {
    this.app = place.app;
    this.workbook = place.workbook;
    this.rollback = place.rollback;
    this.#options = options;
    this.#total = total;
    options.onProgress?.(0, total);
  }

  /** Between blocks: the page paints, and a click on "cancel" arrives. @throws HostFailure drawing-cancelled */
  async breathe(cells = 0): Promise<void> {
    this.#done = Math.min(this.#total, this.#done + cells);
    this.#options.onProgress?.(this.#done, this.#total);
    await pause();
    ensureWanted(this.#options);
  }

  finish(): void {
    this.#options.onProgress?.(this.#total, this.#total);
  }
}

export function ensureWanted({ signal }: DrawOptions): void {
  if (signal?.aborted === true) throw new HostFailure("drawing-cancelled");
}

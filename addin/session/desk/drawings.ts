import type { DrawOptions } from "#core/sheet/sheet-host.ts";
import type { DeskSessionState } from "./desk-session-state.ts";

/** Nothing is drawn yet: the service is asked. */
const LOADING = { done: 0, total: 0 };

/** Drawings from the officer's wish to their end, also while the service is asked: whoever types meanwhile sees what comes. */
export class Drawings {
  readonly #tell: (drawing: DeskSessionState["drawing"]) => void;
  readonly #underWay = new Set<{ aborted: boolean }>();

  constructor(tell: (drawing: DeskSessionState["drawing"]) => void) {
    this.#tell = tell;
  }

  async run<T>(work: (options: DrawOptions) => Promise<T>): Promise<T> {
    const signal = { aborted: false };
    this.#underWay.add(signal);
    this.#tell(LOADING);
    try {
      return await work({ signal, onProgress: (done, total) => this.#tell({ done, total }) });
    } finally {
      this.#underWay.delete(signal);
      if (this.#underWay.size === 0) this.#tell(null);
    }
  }

  stop(): void {
    for (const signal of this.#underWay) signal.aborted = true;
  }
}

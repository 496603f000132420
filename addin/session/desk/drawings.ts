import { HostFailure } from "#addin/hosts/host-failure.ts";
import type { DrawOptions } from "#core/sheet/sheet-host.ts";
import type { DeskSessionState } from "./desk-session-state.ts";

/** Nothing is drawn yet: the service is asked. */
const LOADING = { done: 0, total: 0 };

/** One wish, from the press of the button to the end of its drawing. */
export interface DrawingUnderWay extends DrawOptions {
  /** What is waited for before anything is drawn. @throws HostFailure drawing-cancelled at once when the officer stops it */
  readonly unlessStopped: <T>(waited: Promise<T>) => Promise<T>;
}

/** Drawings from the officer's wish to their end, also while the service is asked: whoever types meanwhile sees what comes. */
export class Drawings {
  readonly #tell: (drawing: DeskSessionState["drawing"]) => void;
  readonly #underWay = new Set<() => void>();

  constructor(tell: (drawing: DeskSessionState["drawing"]) => void) {
    this.#tell = tell;
  }

  async run<T>(work: (drawing: DrawingUnderWay) => Promise<T>): Promise<T> {
    const signal = { aborted: false };
    let giveUp: () => void = () => undefined;
    const stopped = new Promise<"stopped">((resolve) => (giveUp = () => resolve("stopped")));
    const stop = (): void => {
      signal.aborted = true;
      giveUp();
    };
    this.#underWay.add(stop);
    this.#tell(LOADING);
    try {
      return await work({
        signal,
        onProgress: (done, total) => this.#tell({ done, total }),
        async unlessStopped(waited) {
          const first = await Promise.race([stopped, waited.then((answer) => ({ answer }))]);
          if (first === "stopped") throw new HostFailure("drawing-cancelled");
          return first.answer;
        },
      });
    } finally {
      this.#underWay.delete(stop);
      if (this.#underWay.size === 0) this.#tell(null);
    }
  }

  stop(): void {
    for (const stop of this.#underWay) stop();
  }
}

import type { ChildProcess } from "node:child_process";
import { processorTime } from "./processor-time.ts";

/** How long a reader may work, and how long it may be there at all. */
export interface Allowed {
  readonly milliseconds: number;
  /** Of the processor; absent: as long as it may be there. */
  readonly workMs?: number;
}

const LOOK_MS = 500;

/**
 * Says when a reader's time is over: by its work, since on a machine busy with other things an honest file waits longer than it
 * works, and by the clock, which a reader that does nothing does not get past. Where the system does not tell how long another
 * process has worked, the clock counts for it.
 * @returns how to stop watching
 */
export function watchDeadline(
  child: Pick<ChildProcess, "pid">,
  { milliseconds, workMs = milliseconds }: Allowed,
  isOver: (milliseconds: number) => void,
): () => void {
  const began = performance.now();
  const before = workOf(child);
  const clock = setTimeout(isOver, milliseconds, milliseconds);
  const look = setInterval(() => {
    // A reader that is gone by now has answered: nothing of it counts any more.
    const worked = before === undefined ? performance.now() - began : (workOf(child) ?? before) - before;
    if (worked >= workMs) isOver(workMs);
  }, LOOK_MS);
  return () => {
    clearTimeout(clock);
    clearInterval(look);
  };
}

function workOf({ pid }: Pick<ChildProcess, "pid">): number | undefined {
  return pid === undefined ? undefined : processorTime(pid);
}

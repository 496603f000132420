import { tooBig } from "./intake-fault.ts";
import type { IntakeLimits } from "./intake-limits.ts";

/** Looks whether reading may go on. */
export type Watch = () => void;

/** The time for a verdict is over: what was seen so far is the answer. */
export class OutOfTime extends Error {}

/** Work done by this process, in milliseconds: on a machine that is busy with other things a small file is still read whole. */
export function workDone(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * @param until as {@link workDone} counts; beyond it reading stops with {@link OutOfTime}
 * @throws IntakeFault when the process has grown beyond its cap, which the heap's own limit does not cover
 */
export function createWatch(limits: IntakeLimits, until = Number.POSITIVE_INFINITY): Watch {
  return () => {
    if (workDone() > until) throw new OutOfTime();
    const resident = process.memoryUsage.rss();
    if (resident > limits.residentBytes) throw tooBig("memory", resident, limits.residentBytes);
  };
}

import { millisecondsOf, toInstant, type Instant } from "#core/kernel/instant.ts";
import type { Clock } from "#service/ports/surroundings.ts";

/** Nine in the morning in Shanghai, on a working day. */
export const A_MORNING = "2026-06-01T01:00:00.000Z" as Instant;

/** Time passes when a test says so. */
export class MovableClock implements Clock {
  #now: Instant;

  constructor(now: Instant = A_MORNING) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  pass(time: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = time;
    const milliseconds = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
    this.#now = toInstant(millisecondsOf(this.#now) + milliseconds);
  }
}

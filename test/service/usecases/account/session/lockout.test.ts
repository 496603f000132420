import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { millisecondsOf, toInstant, type Instant } from "#core/kernel/instant.ts";
import type { Lockout } from "#service/ports/accounts.ts";
import { DEFAULT_POLICY } from "#service/usecases/account/account-policy.ts";
import { afterFailure, lockedUntil } from "#service/usecases/account/session/lockout.ts";

const START = millisecondsOf("2026-06-01T01:00:00.000Z" as Instant);
const MINUTE = 60_000;
const policy = DEFAULT_POLICY.accountLock;

describe("a lockout", () => {
  it("A8 doubles from 15 minutes and stops at 24 hours", () => {
    let now = START;
    let lockout: Lockout | undefined;
    const minutes: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      for (let count = 0; count < 5; count += 1) lockout = afterFailure("k", lockout, { now: toInstant(now), policy });
      const until = lockedUntil(lockout, toInstant(now));
      const length = until === undefined ? 0 : millisecondsOf(until) - now;
      minutes.push(length / MINUTE);
      now += length;
      assert.equal(lockedUntil(lockout, toInstant(now)), undefined);
    }
    assert.deepEqual(minutes, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
  });

  it("A8 comes exactly when five failures lie within any 15 minutes", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 10 * MINUTE }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let now = START;
        let lockout: Lockout | undefined;
        const failures: number[] = [];
        for (const step of steps) {
          now += step;
          failures.push(now);
          lockout = afterFailure("k", lockout, { now: toInstant(now), policy });
          const recent = failures.filter((at) => at > now - 15 * MINUTE).length;
          assert.equal(lockedUntil(lockout, toInstant(now)) !== undefined, recent >= 5);
          if (recent >= 5) return;
        }
      }),
    );
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { archiveDue } from "#core/people/procedure/archive-due.ts";

describe("when full exports are due", () => {
  const cases: readonly (readonly [last: string | null, today: string, since: string, done: boolean, next: string])[] =
    [
      [null, "2026-03-01", "2025-12-01", false, "2026-06-01"],
      ["2025-12-31", "2026-05-31", "2025-12-01", true, "2026-06-01"],
      ["2025-12-31", "2026-06-01", "2026-06-01", false, "2026-12-01"],
      ["2026-06-01", "2026-11-30", "2026-06-01", true, "2026-12-01"],
      ["2026-06-30", "2026-12-01", "2026-12-01", false, "2027-06-01"],
      ["2026-12-01", "2026-12-31", "2026-12-01", true, "2027-06-01"],
    ];
  for (const [last, today, since, done, next] of cases)
    it(`M16 at least in June and December: last ${last ?? "never"}, today ${today}`, () => {
      assert.deepEqual(archiveDue(last as Day | null, today as Day), { since, done, next });
    });
});

import { dayOf, toInstant, type Day } from "#core/kernel/instant.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { WindowRecord } from "#service/ports/records.ts";

const DAY_MS = 86_400_000;
const LEVELS: readonly LedgerLevel[] = ["general-branch", "branch", "member"];

/** The committee's stages: this year's are all open around today, so that every duty can be tried; last year is closed. */
export function demoWindows(unitId: UnitId, today: Day): readonly WindowRecord[] {
  const year = Number(today.slice(0, 4));
  const away = (days: number): Day => dayOf(toInstant(Date.parse(`${today}T01:00:00.000Z`) + days * DAY_MS));
  const open = {
    filling: { from: away(-330), to: away(60) },
    "peer-review": { from: away(-45), to: away(60) },
    "leader-review": { from: away(-30), to: away(90) },
  };
  const past = {
    filling: { from: `${String(year - 1)}-01-01`, to: `${String(year - 1)}-12-10` },
    "peer-review": { from: `${String(year - 1)}-11-01`, to: `${String(year - 1)}-12-20` },
    "leader-review": { from: `${String(year - 1)}-11-20`, to: `${String(year - 1)}-12-31` },
  };
  return LEVELS.flatMap((level) => [
    { unitId, level, year, spans: JSON.stringify(open), closed: false, revision: 1 },
    { unitId, level, year: year - 1, spans: JSON.stringify(past), closed: true, revision: 1 },
  ]);
}

import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "#core/people/person/person.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { aKnownPerson } from "./known-people.ts";

const TODAY = "2026-06-01" as Day;

/** Full members of a branch with all that a roster shows of them; ids "roster-0", "roster-1" ..., names 名册0, 名册1 ... */
export function rosterPeople(count: number, branch = "b11"): readonly Person[] {
  return Array.from({ length: count }, (_, serial) => {
    const facts = drawRecord(seededRandom(serial + 1), {
      ...{ name: `名册${serial}`, mobile: `1390000${1000 + serial}`, stage: "full" as const },
      ...{ setting: "university" as const, shares: UNIVERSITY_SHARES, today: TODAY, serial: serial + 1 },
    });
    return aKnownPerson({ id: `roster-${serial}`, unit: branch, facts });
  });
}

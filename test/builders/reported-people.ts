import fc from "fast-check";
import { toId, type PostId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { anIdNumber } from "./known-people.ts";
import { reportMembers } from "./report-members.ts";

const BRANCHES = ["b11", "b12", "b21", "b22"];

/** Random people of a report's year as records of the small organisation, each with an ID number of his own. */
export function reportedPeople(seed: number): readonly Person[] {
  const [people = []] = fc.sample(reportMembers, { seed, numRuns: 1 });
  return people.map((person, index) => {
    const id = `${person.id}_${seed}`;
    const { mobile: _, ...facts } = person.facts;
    return {
      ...person,
      id: toId(id),
      facts: { ...facts, idNumber: anIdNumber("1990-03-05", (seed * 100 + index) % 1000), name: `人${index}` },
      belongings: person.belongings.map((one) => ({
        ...one,
        id: toId<PostId>(`belonging-${id}`),
        unitId: unitIdOf(BRANCHES[index % BRANCHES.length] ?? "b11"),
      })),
    };
  });
}

import { addPerson, type WrittenPopulations } from "#core/report/population/build-populations.ts";
import { dayBefore } from "#core/report/population/period.ts";
import type { CountingReads, CountingTask } from "#service/ports/reports/counting-threads.ts";
import type { PeoplePart } from "#service/ports/reports/report-populations.ts";
import { optionsFor } from "./side-facts.ts";
import { turnOfOthers } from "./turn-of-others.ts";

/** Rows of everybody, or of a part of all: the same in a thread of its own as in the one that answers. */
export async function writePeople(
  tx: CountingReads,
  written: WrittenPopulations,
  { part, ...task }: CountingTask & { readonly part?: PeoplePart },
): Promise<void> {
  const visit: Parameters<typeof tx.populations.peopleAfter>[1] = async (people) => {
    const options = await optionsFor(tx, task, people);
    for (const person of people) addPerson(written, person, options);
    await turnOfOthers();
  };
  await tx.populations.peopleAfter(dayBefore(task.period), visit, part);
}

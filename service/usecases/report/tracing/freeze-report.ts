import { toId, type PersonId } from "#core/kernel/ids.ts";
import { maskIdNumber } from "#core/people/field/mask.ts";
import { lastYearCells, lastYearInFormulas } from "#core/report/comparing/last-year-cells.ts";
import { partOfPopulations } from "#core/report/population/part-of-populations.ts";
import { encodePopulations } from "#core/report/population/saved/populations-blob.ts";
import type { WrittenPopulations } from "#core/report/population/build-populations.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { lastYearOf } from "../entry/opening/last-year.ts";
import type { OpenedReport } from "../numbers/open-report.ts";
import type { ReportServices } from "../report-services.ts";
import { codeGroupsOf } from "./code-groups.ts";
import { encodeFrozen, type FrozenHead } from "./frozen-bytes.ts";
import { reporterNow } from "./reporter-of.ts";

/** Some thousand at a time: each seal is opened by itself. */
const PEOPLE_AT_ONCE = 5_000;

/**
 * The records behind a report as they are now, for its submission (R8): what it counts, and what its lists and its paper show besides. Take its
 * numbers from `opened` in the same breath: what is kept may be renewed while somebody waits.
 */
export async function freezeReport(
  tx: StoreReads,
  { packing, reportSets }: Pick<ReportServices, "packing" | "reportSets">,
  { caller, opened }: { readonly caller: Caller; readonly opened: OpenedReport },
): Promise<Uint8Array> {
  const { compiled, named, definition, kept, units, counted, change, key } = opened;
  const part = partOfPopulations(kept.populations, units);
  const populations = encodePopulations(part, { definition, change, day: key.on });
  const head: FrozenHead = {
    ...{ definition, set: compiled.set, named: [...named], codeGroups: codeGroupsOf(reportSets.data) },
    units: [...counted.values()].map(({ id, parentId, code, name }) => ({ id, parentId, code, name })),
    reporter: await reporterNow(tx, { caller, opened }),
    lastYear: await lastYearRead(tx, opened),
    lastYearBelow: await lastYearBelow(tx, opened),
    maskedIds: Object.fromEntries(await maskedIds(tx, peopleIn(part))),
  };
  return await packing.pack(encodeFrozen({ head, populations }));
}

async function lastYearRead(
  tx: StoreReads,
  { key, compiled }: Pick<OpenedReport, "key" | "compiled">,
): Promise<Readonly<Record<string, number>>> {
  const { values } = await lastYearOf(tx, key, compiled.set);
  const read = lastYearCells(compiled);
  return Object.fromEntries([...values].filter(([cell]) => read.has(cell)));
}

/** Only where a formula reads last year's numbers: most forms have none, and then nothing is asked. */
async function lastYearBelow(
  tx: StoreReads,
  { key, compiled, counted }: Pick<OpenedReport, "key" | "compiled" | "counted">,
): Promise<NonNullable<FrozenHead["lastYearBelow"]>> {
  const read = lastYearInFormulas(compiled);
  const below: Record<string, Record<string, number>> = {};
  if (read.size === 0) return below;
  for (const unitId of counted.keys()) {
    if (unitId === key.unitId) continue;
    const { source, values } = await lastYearOf(tx, { ...key, unitId }, compiled.set);
    if (source !== null) below[unitId] = Object.fromEntries([...values].filter(([cell]) => read.has(cell)));
  }
  return below;
}

function peopleIn(populations: WrittenPopulations): readonly PersonId[] {
  const people = Object.entries(populations).flatMap(([name, { records }]) => (name === "units" ? [] : records));
  return [...new Set(people)].filter((id) => id !== "").map((id) => toId<PersonId>(id));
}

async function maskedIds(tx: StoreReads, people: readonly PersonId[]): Promise<ReadonlyMap<string, string>> {
  const masked = new Map<string, string>();
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
    const plain = await tx.populations.idNumbers(people.slice(from, from + PEOPLE_AT_ONCE));
    for (const [id, number] of plain) masked.set(id, maskIdNumber(number));
  }
  return masked;
}

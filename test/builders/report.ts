import type { CatalogueData } from "#core/people/field/field-catalogue.ts";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "#core/people/person/person.ts";
import { compileSet } from "#core/report/compile/compile-set.ts";
import type { CompiledSet, CountedCell } from "#core/report/compile/compiled-set.ts";
import { periodNames } from "#core/report/definition/named-conditions.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import {
  buildPopulations,
  type PopulationsOptions,
  type WrittenPopulations,
} from "#core/report/population/build-populations.ts";
import { periodUntil } from "#core/report/population/period.ts";
import { loadCatalogueData } from "#service/shipped/shipped-records.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { shippedCatalogue } from "./field-catalogue.ts";

const DATA: CatalogueData = await loadCatalogueData(SHIPPED);
export const REPORT_DAY = "2025-12-31" as Day;
export const REPORT_PERIOD = periodUntil(REPORT_DAY);

/** A set of these files, bound to the shipped fields. @throws with the problems when it cannot be used */
export function aSet(tables: readonly string[], conditions = "", stubs = ""): CompiledSet {
  const texts = new Map([
    ["set.txt", "年报 2025 试验\n周期 年"],
    ["conditions.txt", conditions],
    ["row-stubs.txt", stubs],
    ...tables.map((text, index) => [`table-${String(index + 1).padStart(2, "0")}.txt`, text] as const),
  ]);
  const read = readSet(texts);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal.problems));
  return compiled(read.value);
}

export function compiled({
  set,
  named,
  files,
}: Extract<ReturnType<typeof readSet>, { ok: true }>["value"]): CompiledSet {
  const { compiled: result, problems } = compileSet(set, {
    data: DATA,
    named: new Map([...named, ...periodNames(REPORT_PERIOD.from, REPORT_PERIOD.until)]),
    fileOf: ({ no }) => files.get(no) ?? "",
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return result;
}

export function somePopulations(
  set: CompiledSet,
  people: readonly Person[],
  given: Partial<PopulationsOptions> = {},
): WrittenPopulations {
  return buildPopulations(set, people, {
    period: REPORT_PERIOD,
    lists: listFieldsOf(shippedCatalogue.person),
    probationMonths: 12,
    moreOf: () => ({}),
    withWholeUnit: () => false,
    units: [],
    shown: ["name"],
    ...given,
  });
}

/** @throws when the cell is not counted */
export function countedCell({ tables }: CompiledSet, table: number, cell: string): CountedCell {
  const found = tables
    .find(({ definition }) => definition.no === table)
    ?.cells.find((each) => each.cell === cell)?.counted;
  if (!found) throw new Error(`${table}!${cell} is not counted`);
  return found;
}

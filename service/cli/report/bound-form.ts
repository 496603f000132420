import { compileSet } from "#core/report/compile/compile-set.ts";
import { periodNames } from "#core/report/definition/named-conditions.ts";
import type { ReadSet } from "#core/report/definition/read-set.ts";
import { loadCatalogueData } from "#service/shipped/shipped-records.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";

/** A form bound to the fields of records, of no year in particular; what cannot be bound is among the problems (R1). */
export async function boundForm({ set, named, files }: ReadSet): Promise<ReturnType<typeof compileSet>> {
  return compileSet(set, {
    data: await loadCatalogueData(SHIPPED),
    named: new Map([...named, ...periodNames("2017-01-01", "2017-12-31")]),
    fileOf: ({ no }) => files.get(no) ?? "",
  });
}

import type { CatalogueData } from "#core/people/field/field-catalogue.ts";
import type { ReadSet } from "#core/report/definition/read-set.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { Result } from "#core/kernel/result.ts";

/** Forms of the annual report as data (R1, R11), and the fields of records their conditions name. */
export interface ReportSets {
  /** "2017", oldest first. */
  readonly ids: readonly string[];
  readonly data: CatalogueData;
  /** undefined: there is no such form. */
  open(id: string): Promise<Result<ReadSet, DefinitionRefusal> | undefined>;
}

import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { personRecord, unitRecord } from "#core/people/record-name.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import type { CountedRow } from "#core/report/tracing/list-counted.ts";
import type { DrillRow } from "#core/protocol/reports.ts";
import type { ReportServices } from "../report-services.ts";
import { fieldLabels } from "./field-labels.ts";
import type { TracedReport } from "./traced-report.ts";

/** A counted record with the cell that counts it. */
export interface ListedRow {
  readonly row: CountedRow;
  readonly population: PopulationName;
  readonly sign: 1 | -1;
  readonly from: string;
}

/** Rows as a list shows them: names of units, shown texts, ID numbers masked, these looked up for just the people listed. */
export async function drillRows(
  services: Pick<ReportServices, "reportSets">,
  traced: TracedReport,
  listed: readonly ListedRow[],
): Promise<readonly DrillRow[]> {
  const people = listed.flatMap(({ row, population }) => (population === "units" ? [] : [row.record]));
  const masked = people.length === 0 ? new Map<string, string>() : await traced.maskedIds([...new Set(people)]);
  return listed.map(({ row: { record, unitId, facts }, population, sign, from }) => {
    const labels = fieldLabels(services.reportSets, population);
    const shown = (key: string): string => labels.shown(key, facts[key] ?? "");
    const { code = "", name = "" } = traced.units.get(unitId) ?? {};
    const isUnit = population === "units";
    return {
      ...{ record: isUnit ? unitRecord(toId<UnitId>(record)) : personRecord(toId<PersonId>(record)) },
      ...{ name: isUnit ? name : (facts["name"] ?? ""), unitName: name, unitCode: code },
      ...{ idNumber: masked.get(record) ?? "", age: isUnit ? "" : (facts["age"] ?? "") },
      ...{ sex: isUnit ? "" : shown("sex"), ethnic: isUnit ? "" : shown("ethnic") },
      facts: Object.fromEntries(Object.keys(facts).map((key) => [key, shown(key)])),
      ...{ sign, from },
    };
  });
}

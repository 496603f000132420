import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { personRecord, unitRecord } from "#core/people/record-name.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import type { CountedRow } from "#core/report/tracing/list-counted.ts";
import type { DrillRow } from "#core/protocol/report/report-tracing.ts";
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
  return listed.map((one) => {
    const labels = fieldLabels(services.reportSets, one.population);
    const { code = "", name = "" } = traced.units.get(one.row.unitId) ?? {};
    const { record, facts } = one.row;
    const shown = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, labels.shown(key, value)]));
    const place = { unitName: name, unitCode: code, facts: shown, sign: one.sign, from: one.from };
    return one.population === "units"
      ? { ...NOBODY, ...place, record: unitRecord(toId<UnitId>(record)), name }
      : { ...personIn(record, facts, shown), ...place, idNumber: masked.get(record) ?? "" };
  });
}

/** A unit has none of these. */
const NOBODY = { idNumber: "", age: "", sex: "", ethnic: "" } as const;

function personIn(record: string, facts: Facts, shown: Facts) {
  const { name = "", age = "" } = facts;
  const { sex = "", ethnic = "" } = shown;
  return { record: personRecord(toId<PersonId>(record)), name, age, sex, ethnic };
}

import type { RecordChecks } from "#core/people/check/build-record-checks.ts";
import { sayFinding } from "#core/people/check/say-finding.ts";
import type { FindingView } from "#core/protocol/records/records.ts";
import type { FoundFinding } from "./found-finding.ts";

/** A finding as it is listed; the cell in which it is shown is the first of its fields. */
export function findingView({ finding, name, unitId, explanation }: FoundFinding, checks: RecordChecks): FindingView {
  const { check, record, severity, fields } = finding;
  const text = sayFinding(finding, checks);
  const view = { check, record, name, unitId, severity, text, field: fields[0] ?? "name" };
  return explanation === null ? view : { ...view, explanation };
}

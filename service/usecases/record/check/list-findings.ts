import { groupBy } from "#core/kernel/group-by.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { RecordChecks } from "#core/people/check/build-record-checks.ts";
import { parseRecordName, type RecordName } from "#core/people/record-name.ts";
import type { FindingCount, FindingsPage } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { isOthersNow, isOthersUnitNow } from "../record-access.ts";
import { unitScope, type AskedUnit, type UnitScope } from "../unit-scope.ts";
import type { CheckServices } from "./check-services.ts";
import { findingView } from "./finding-view.ts";
import type { FoundFinding } from "./found-finding.ts";
import { loadFindings } from "./load-findings.ts";

/** What the checks say about a unit's records and those below, with counts per check and unit (M21). */
export async function listFindings(
  services: CheckServices,
  caller: Caller,
  asked: AskedUnit,
): Promise<Result<FindingsPage, AnyRefusal>> {
  return await services.store.read((tx) => findingsPage(tx, services, { caller, asked }));
}

export async function findingsPage(
  tx: StoreReads,
  services: CheckServices,
  { caller, asked }: { readonly caller: Caller; readonly asked: AskedUnit },
): Promise<Result<FindingsPage, AnyRefusal>> {
  const scope = await unitScope(tx, caller, asked);
  if (!scope.ok) return refuse(scope.refusal);
  const found = await toldTo(tx, caller, {
    found: await loadFindings(tx, services, { caller, scope: scope.value }),
    scope: scope.value,
  });
  return ok({
    on: scope.value.day,
    counts: countsOf(found, services.recordChecks),
    findings: found.map((one) => findingView(one, services.recordChecks)),
  });
}

/** On another day than today without those about people and units that are another office's by now (A9, A11). */
async function toldTo(
  tx: StoreReads,
  caller: Caller,
  { found, scope }: { readonly found: readonly FoundFinding[]; readonly scope: UnitScope },
): Promise<readonly FoundFinding[]> {
  if (scope.day === scope.today) return found;
  const names = new Map(found.map(({ finding: { record } }) => [record, parseRecordName(record)]));
  const ids = [...names.values()].flatMap((name) => (name?.kind === "person" ? [name.id] : []));
  const people = new Map((await tx.people.byIds(ids)).map((person) => [person.id, person]));
  const isOthers = (name: RecordName | undefined): boolean => {
    if (name?.kind === "unit") return isOthersUnitNow(caller, name.id);
    const person = name && people.get(name.id);
    return person !== undefined && isOthersNow(caller, person);
  };
  return found.filter(({ finding: { record } }) => !isOthers(names.get(record)));
}

function countsOf(found: readonly FoundFinding[], checks: RecordChecks): readonly FindingCount[] {
  const groups = groupBy(found, ({ finding, unitId }) => `${finding.check} ${unitId}`);
  return [...groups.values()].flatMap((group): readonly FindingCount[] => {
    const [first] = group;
    const definition = first && checks.byCode.get(first.finding.check);
    if (!first || !definition) return [];
    const explained = group.filter(({ explanation }) => explanation !== null).length;
    const { code, severity, title } = definition;
    return [{ check: code, severity, title, unitId: first.unitId, count: group.length, explained }];
  });
}

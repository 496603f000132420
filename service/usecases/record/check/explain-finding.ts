import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkExplanation, valueKey } from "#core/people/check/explanation.ts";
import { parseRecordName } from "#core/people/record-name.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { permitPerson } from "../permit-person.ts";
import { refusalForUnit } from "../record-access.ts";
import { unitScope } from "../unit-scope.ts";
import type { FoundFinding } from "./found-finding.ts";
import type { CheckServices } from "./check-services.ts";
import { loadPersonFindings, loadUnitFindings } from "./load-findings.ts";

export interface AskedExplanation {
  readonly record: string;
  readonly check: string;
  readonly text: string;
}

/** The unit says why a finding is as it is (M21): good for exactly the values the check read, shown to the superior. */
export async function explainFinding(
  services: CheckServices,
  caller: Caller,
  { record, check, text }: AskedExplanation,
): Promise<Result<null, AnyRefusal>> {
  const refusal = checkExplanation(text);
  if (refusal) return refuse(refusal);
  return await services.store.write(async (tx): Promise<Result<null, AnyRefusal>> => {
    const found = await findingsToExplain(tx, services, { caller, record });
    if (!found.ok) return found;
    const match = found.value.find(({ finding }) => finding.check === check);
    if (match?.finding.severity !== "explain") return refuse({ code: "no-such-finding" });
    const valueMac = tx.notes.valueMac(valueKey(match.finding));
    const { at, who, account } = caller;
    const kept = text.trim();
    await tx.notes.saveExplanations([{ record, check, valueMac, text: kept, at, accountId: account.id, who }]);
    const fields = [{ field: `explanation.${check}`, old: match.explanation, new: kept }];
    tx.record(auditEntry(caller, { action: "explain", record, fields }));
    return ok(null);
  });
}

/** What that record's checks say now, and nobody else's. */
async function findingsToExplain(
  tx: StoreReads,
  services: CheckServices,
  { caller, record }: { readonly caller: Caller; readonly record: string },
): Promise<Result<readonly FoundFinding[], AnyRefusal>> {
  const name = parseRecordName(record);
  if (!name) return refuse({ code: "not-found" });
  if (name.kind === "person") {
    const person = await permitPerson(tx, caller, { id: name.id, action: "work" });
    if (!person.ok) return person;
    const scope = { day: dayOf(caller.at), units: caller.organisation.units };
    return ok(await loadPersonFindings(tx, services, { person: person.value, scope }));
  }
  const refusal = refusalForUnit(caller, name.id, "work");
  if (refusal) return refuse(refusal);
  const scope = await unitScope(tx, caller, { unit: name.id });
  return scope.ok ? ok(await loadUnitFindings(tx, services, { caller, scope: scope.value })) : scope;
}

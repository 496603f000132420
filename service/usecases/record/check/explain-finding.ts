import type { UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkExplanation, valueKey } from "#core/people/check/explanation.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import { parseRecordName } from "#core/people/record-name.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { permitPerson } from "../permit-person.ts";
import { refusalForUnit } from "../record-access.ts";
import { unitScope } from "../unit-scope.ts";
import type { CheckServices } from "./check-services.ts";
import { loadFindings } from "./load-findings.ts";

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
    const unitId = await unitToAsk(tx, caller, record);
    if (!unitId.ok) return unitId;
    const scope = await unitScope(tx, caller, { unit: unitId.value });
    if (!scope.ok) return scope;
    const found = await loadFindings(tx, services, { caller, scope: scope.value });
    const match = found.find(({ finding }) => finding.record === record && finding.check === check);
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

/** The unit whose record it is, or that keeps the person. */
async function unitToAsk(tx: StoreReads, caller: Caller, record: string): Promise<Result<UnitId, AnyRefusal>> {
  const name = parseRecordName(record);
  if (!name) return refuse({ code: "not-found" });
  if (name.kind === "unit") {
    const refusal = refusalForUnit(caller, name.id, "work");
    return refusal ? refuse(refusal) : ok(name.id);
  }
  const person = await permitPerson(tx, caller, { id: name.id, action: "work" });
  if (!person.ok) return person;
  const [unitId] = answeringUnits(person.value, dayOf(caller.at));
  return unitId === undefined ? refuse({ code: "no-such-finding" }) : ok(unitId);
}

import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkExplanation } from "#core/people/check/explanation.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { checkVersion } from "#core/report/explaining/check-version.ts";
import { mayBeExplained } from "#core/report/explaining/stood-findings.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { editableStanding } from "./editable-standing.ts";

export interface ExplainOrder {
  readonly key: ReportKey;
  readonly check: string;
  readonly line: string;
  readonly text: string;
}

/** The unit says why a check does not hold (R4a): good for exactly these values and this test. */
export async function explainCheck(
  services: ReportServices,
  caller: Caller,
  { key, check, line, text }: ExplainOrder,
): Promise<Result<null, AnyRefusal>> {
  const refusal = checkExplanation(text);
  if (refusal) return refuse(refusal);
  await prepareForm(services, { caller, key });
  return await services.store.write(async (tx): Promise<Result<null, AnyRefusal>> => {
    await tx.reports.hold(key);
    const standing = await editableStanding(tx, services, { caller, key });
    if (!standing.ok) return standing;
    const found = standing.value.findings.find((one) => one.check.code === check && one.line === line);
    if (!found || !mayBeExplained(found, found.exempt)) return refuse({ code: "no-such-finding" });
    const { left, right, explanation } = found;
    const kept = { check, line, version: checkVersion(found.check), left, right, text: text.trim() };
    const by = { accountId: caller.account.id, who: caller.who, at: caller.at };
    await tx.reports.saveExplanations(key, [{ ...kept, ...by }]);
    const field = `explanation.${line === "" ? check : `${check} ${line}`}`;
    const fields = [{ field, old: explanation?.text ?? null, new: kept.text }];
    tx.record(auditEntry(caller, { action: "explain", record: reportRecord(key), fields }));
    return ok(null);
  });
}

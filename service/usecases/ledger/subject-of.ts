import type { LedgerSubject } from "#core/access/decide.ts";
import type { LedgerRecord } from "#service/ports/records.ts";

/** @throws on a member ledger without its member, which no store may hold. */
export function subjectOf(ledger: LedgerRecord): LedgerSubject {
  const { id: ledgerId, templateId, unitId, personId } = ledger;
  if (ledger.ownerKind === "unit") return { ledgerId, templateId, owner: { kind: "unit", unitId } };
  if (personId === null) throw new Error(`member ledger ${ledgerId} without a member`);
  return { ledgerId, templateId, owner: { kind: "member", unitId, personId } };
}

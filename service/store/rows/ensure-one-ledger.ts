import type { LedgerId } from "#core/kernel/ids.ts";

/** The keys that come back name rows within one ledger, so a call writes to one. @throws otherwise (a bug). */
export function ensureOneLedger(records: readonly { readonly ledgerId: LedgerId }[]): void {
  const other = records.find(({ ledgerId }) => ledgerId !== records[0]?.ledgerId);
  if (other) throw new Error(`rows of ${String(records[0]?.ledgerId)} and ${other.ledgerId} in one call`);
}

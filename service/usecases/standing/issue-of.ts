import type { LedgerIssue } from "#core/sheet/ledger/ledger-view.ts";
import type { TemplateVersionRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { maskPhone } from "../account/mask-phone.ts";
import type { Caller } from "../caller.ts";

/** What a standing's sheet was made from and for whom (A13, W7). */
export async function issueOf(
  tx: StoreReads,
  caller: Caller,
  { id, version }: TemplateVersionRecord,
): Promise<LedgerIssue> {
  return {
    service: await tx.organisation.serviceId(),
    definition: `${id} v${version}`,
    change: (await tx.audit.head()).number,
    issuedAt: caller.at,
    issuedTo: maskPhone(caller.account.name),
  };
}

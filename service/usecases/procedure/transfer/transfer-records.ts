import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";

export interface WriteTransfers {
  readonly caller: Caller;
  readonly action: string;
  readonly transfers: readonly Transfer[];
}

/** A letter's history and audit entry: its steps are its history, the person's record is told where the person is. */
export async function writeTransfers(tx: StoreWrites, { caller, action, transfers }: WriteTransfers): Promise<void> {
  const { at, who, account } = caller;
  await tx.ledgers.addHistory(
    transfers.map((transfer) => ({
      ...{ record: `person:${transfer.personId}`, field: "transfer", revision: transfer.revision, action },
      ...{ value: `${transfer.id} ${transfer.state}`, at, accountId: account.id, who },
      reason: transfer.steps.at(-1)?.reason ?? "",
    })),
  );
  for (const transfer of transfers) {
    const facts: Readonly<Record<string, string | null>> = {
      person: transfer.personId,
      state: transfer.state,
      from: transfer.fromUnitId,
      to: transfer.toUnitId ?? transfer.outside?.heading ?? null,
      branch: transfer.branchId,
      number: transfer.number,
    };
    const fields = Object.entries(facts).flatMap(([field, value]) =>
      value === null ? [] : [{ field, old: null, new: value }],
    );
    const why = transfer.steps.at(-1)?.reason ?? "";
    tx.record(auditEntry(caller, { action, record: `transfer:${transfer.id}`, fields, why }));
  }
}

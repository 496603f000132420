import { standingScore } from "#core/ledger/scoring/standing-entry.ts";
import { itemRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { addressees } from "../message/addressees.ts";
import { itemNews } from "../message/item-news.ts";
import { notice } from "../push/notices-of.ts";
import { itemRow } from "../push/decide-item-edit.ts";
import type { EvidenceChange } from "./evidence-item.ts";

export interface SavedChange {
  readonly change: EvidenceChange;
  readonly done: "attach-evidence" | "remove-evidence";
  readonly fileName: string;
  readonly random: Services["random"];
}

/** Item, history, notices and audit of one file. @returns false when somebody changed the item meanwhile: nothing was written. */
export async function saveEvidenceChange(
  tx: StoreWrites,
  caller: Caller,
  { change, done, fileName, random }: SavedChange,
): Promise<boolean> {
  const { ledger, before, state } = change;
  const row = itemRow(ledger.id, state, (before?.revision ?? 0) + 1);
  if (!(await tx.ledgers.saveItems([row])).has(state.key)) return false;
  const { at, who, account } = caller;
  const record = itemRecord(ledger.id, state.key);
  await tx.ledgers.addHistory([
    {
      record,
      field: "score",
      revision: row.revision,
      action: done,
      value: row.score,
      at,
      accountId: account.id,
      who,
      reason: fileName,
    },
  ]);
  const news = itemNews({ before, row, done });
  if (news.length > 0) {
    const resolve = await addressees(tx, caller, ledger);
    const from = { random, caller, ledger };
    await tx.messages.addNotices(
      news.flatMap(({ kind, item, to }) => resolve(to).map((addressee) => notice(from, { kind, item, addressee }))),
    );
  }
  const old = before ? standingScore(before.state) : null;
  const attached = done === "attach-evidence";
  const fields = [
    { field: `${state.key}.evidence`, old: attached ? null : fileName, new: attached ? fileName : null },
    ...(old === row.score ? [] : [{ field: `${state.key}.score`, old, new: row.score }]),
  ];
  tx.record(auditEntry(caller, { action: done, record: `ledger:${ledger.id}`, fields }));
  return true;
}

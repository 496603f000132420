import { groupBy } from "#core/kernel/group-by.ts";
import type { ItemKey } from "#core/kernel/ids.ts";
import type { LedgerRecord, NoticeRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { addressees, type Addressee } from "../message/addressees.ts";
import { itemNews } from "../message/item-news.ts";
import type { DecidedEdit } from "./decide-edits.ts";

interface Written {
  readonly random: Services["random"];
  readonly caller: Caller;
  readonly written: readonly DecidedEdit[];
}

/** What the other sides are told about scores and disputes (L7 to L10); nobody is told what he did himself. */
export async function noticesOf(
  tx: StoreReads,
  { random, caller, written }: Written,
): Promise<readonly NoticeRecord[]> {
  const notices: NoticeRecord[] = [];
  const byLedger = groupBy(written, ({ touched }) => touched?.ledger);
  for (const [ledger, edits] of byLedger) {
    if (!ledger) continue;
    const news = edits.flatMap(({ decision }) => (decision.kind === "item" ? itemNews(decision) : []));
    if (news.length === 0) continue;
    const resolve = await addressees(tx, caller, ledger);
    for (const { kind, item, to } of news) {
      for (const addressee of resolve(to)) notices.push(notice({ random, caller, ledger }, { kind, item, addressee }));
    }
  }
  return notices;
}

export interface NoticeFrom {
  readonly random: Services["random"];
  readonly caller: Caller;
  readonly ledger: LedgerRecord;
}

export function notice(
  { random, caller, ledger }: NoticeFrom,
  { kind, item, addressee }: { readonly kind: string; readonly item: ItemKey; readonly addressee: Addressee },
): NoticeRecord {
  return { ...addressee, id: random.id("not"), at: caller.at, kind, ledgerId: ledger.id, item, readAt: null };
}

import { decide } from "#core/access/decide-ledger.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { Notice } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LedgerRecord, NoticeRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { subjectOf } from "../subject-of.ts";

const MOST = 200;

/** What the caller was told, newest first; a notice about a ledger that he may no longer read is gone with it (L14.6). */
export async function listNotices(
  { store }: Pick<Services, "store">,
  caller: Caller,
): Promise<Result<readonly Notice[], AnyRefusal>> {
  return await store.read(async (tx) => {
    const notices = await tx.messages.noticesOf(addressOf(caller), MOST);
    const ledgers = await readableLedgersOf(tx, caller, notices);
    return ok(
      notices.flatMap(({ id, at, kind, ledgerId, item, readAt }) => {
        const ledger = ledgers.get(ledgerId);
        return ledger ? [{ id, at, kind, ledgerId, ledgerName: ledger.name, item, read: readAt !== null }] : [];
      }),
    );
  });
}

/** Only one's own; others' ids are passed over in silence. */
export async function markNoticesRead(
  { store }: Pick<Services, "store">,
  caller: Caller,
  ids: readonly string[],
): Promise<Result<null, AnyRefusal>> {
  await store.write(async (tx) => {
    const own = new Set((await tx.messages.noticesOf(addressOf(caller), MOST)).map(({ id }) => id));
    const marked = ids.filter((id) => own.has(id));
    if (marked.length > 0) await tx.messages.markNoticesRead(marked, caller.at);
  });
  return ok(null);
}

function addressOf({ account, actor }: Caller) {
  return { personId: actor.kind === "person" ? actor.personId : null, accountId: account.id };
}

async function readableLedgersOf(
  tx: StoreReads,
  caller: Caller,
  notices: readonly NoticeRecord[],
): Promise<ReadonlyMap<string, LedgerRecord>> {
  const found = new Map<string, LedgerRecord>();
  for (const id of new Set(notices.map(({ ledgerId }) => ledgerId))) {
    const ledger = await tx.ledgers.byId(id);
    if (!ledger) continue;
    const subject = subjectOf(ledger);
    if (decide(caller.scope, caller.actor, { subject, action: "read" }) === "allowed") found.set(id, ledger);
  }
  return found;
}

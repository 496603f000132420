import { decide } from "#core/access/decide-ledger.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { Notice } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { UnitNotice } from "#service/ports/records/procedures.ts";
import type { LedgerRecord, NoticeRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { officeOf } from "#service/usecases/acting-office.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { subjectOf } from "../subject-of.ts";

const MOST = 200;

/**
 * What the caller and the unit he works for were told, newest first; a notice about a ledger that he may no longer read is gone
 * with it (L14.6).
 */
export async function listNotices(
  { store }: Pick<Services, "store">,
  caller: Caller,
): Promise<Result<readonly Notice[], AnyRefusal>> {
  return await store.read(async (tx) => {
    const notices = await tx.messages.noticesOf(addressOf(caller), MOST);
    const ledgers = await readableLedgersOf(tx, caller, notices);
    const own = notices.flatMap(({ id, at, kind, ledgerId, item, readAt }): readonly Notice[] => {
      const about = ledgers.get(ledgerId)?.name;
      const record = `ledger:${ledgerId}`;
      return about === undefined
        ? []
        : [{ id, at, kind, record, about, item, who: "", reason: "", read: readAt !== null }];
    });
    return ok([...own, ...(await unitsNotices(tx, caller))].toSorted(newestFirst).slice(0, MOST));
  });
}

/** Only one's own; others' ids are passed over in silence. */
export async function markNoticesRead(
  { store }: Pick<Services, "store">,
  caller: Caller,
  ids: readonly string[],
): Promise<Result<null, AnyRefusal>> {
  await store.write(async (tx) => {
    const asked = new Set(ids);
    const among = (told: readonly { readonly id: string }[]) => told.map(({ id }) => id).filter((id) => asked.has(id));
    const marked = among(await tx.messages.noticesOf(addressOf(caller), MOST));
    if (marked.length > 0) await tx.messages.markNoticesRead(marked, caller.at);
    const ofUnit = among(await toldToUnit(tx, caller));
    await tx.messages.markUnitNoticesRead(caller.account.id, ofUnit, caller.at);
  });
  return ok(null);
}

function addressOf({ account, actor }: Caller) {
  return { personId: actor.kind === "person" ? actor.personId : null, accountId: account.id };
}

async function toldToUnit(tx: StoreReads, caller: Caller): Promise<readonly UnitNotice[]> {
  const office = officeOf(caller);
  return office ? await tx.procedures.unitNotices([office.id], MOST) : [];
}

async function unitsNotices(tx: StoreReads, caller: Caller): Promise<readonly Notice[]> {
  const told = await toldToUnit(tx, caller);
  if (told.length === 0) return [];
  const read = await tx.messages.unitNoticesReadBy(caller.account.id);
  return told.map(({ id, at, kind, record, about, who, reason }) => ({
    ...{ id, at, kind, record, about, who, reason },
    item: null,
    read: read.has(id),
  }));
}

function newestFirst(a: Notice, b: Notice): number {
  return a.at === b.at ? 0 : a.at > b.at ? -1 : 1;
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

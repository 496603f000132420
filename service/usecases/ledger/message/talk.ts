import type { ItemKey, LedgerId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { TalkEntry } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { permitLedger } from "../permit-ledger.ts";
import { notice } from "../push/notices-of.ts";
import { addressees } from "./addressees.ts";
import { talkSides, type TalkSides } from "./talk-sides.ts";

export interface TalkPlace {
  readonly ledgerId: LedgerId;
  readonly item: ItemKey;
}

/** The talk thread of a challenge: its two sides and the leader (L8); to everybody else there is none. */
export async function readTalk(
  { store }: Pick<Services, "store">,
  caller: Caller,
  place: TalkPlace,
): Promise<Result<readonly TalkEntry[], AnyRefusal>> {
  return await store.read(async (tx): Promise<Result<readonly TalkEntry[], AnyRefusal>> => {
    const sides = await permitTalk(tx, caller, place);
    if (!sides.ok) return sides;
    const entries = await tx.messages.talk(place.ledgerId, place.item);
    return ok(entries.map(({ at, who, text }) => ({ at, who, text })));
  });
}

type Said = Result<TalkEntry, AnyRefusal>;

export async function sayInTalk(
  { store, random }: Pick<Services, "store" | "random">,
  caller: Caller,
  { text, ...place }: TalkPlace & { readonly text: string },
): Promise<Said> {
  return await store.write(async (tx): Promise<Said> => {
    const permitted = await permitTalk(tx, caller, place);
    if (!permitted.ok) return permitted;
    const { ledger, sides } = permitted.value;
    if (caller.actor.permission === "read-only") return refuse({ code: "read-only" });
    const { at, who, account } = caller;
    await tx.messages.addTalk({ ...place, id: random.id("talk"), at, accountId: account.id, who, text });
    const resolve = await addressees(tx, caller, ledger);
    const others = sides.others.flatMap(resolve);
    if (others.length > 0) {
      const { item } = place;
      await tx.messages.addNotices(
        others.map((addressee) => notice({ random, caller, ledger }, { kind: "talk", item, addressee })),
      );
    }
    const fields = [{ field: `${place.item}.talk`, old: null, new: text }];
    tx.record(auditEntry(caller, { action: "talk", record: `ledger:${ledger.id}`, fields }));
    return ok({ at, who, text });
  });
}

type Permitted = Result<{ readonly ledger: LedgerRecord; readonly sides: TalkSides }, AnyRefusal>;

async function permitTalk(tx: StoreReads, caller: Caller, { ledgerId, item }: TalkPlace): Promise<Permitted> {
  const readable = await permitLedger(tx, caller, { ledgerId, action: "read" });
  if (!readable.ok) return readable;
  const state = (await tx.ledgers.items(ledgerId)).find((record) => record.state.key === item)?.state;
  const sides = state && talkSides(caller, readable.value, state);
  if (!sides) return refuse({ code: "not-challenged" });
  return sides.included ? ok({ ledger: readable.value, sides }) : refuse({ code: "forbidden", action: "talk" });
}

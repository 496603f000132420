import { decideItemAction } from "#core/ledger/handling/decide-item-action.ts";
import type { LedgerId, ItemKey } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ItemRecord, LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { permitInStage } from "../action-refusal.ts";
import { emptyItem } from "../empty-item.ts";
import { itemActor } from "../item-actor.ts";

export interface EvidencePlace {
  readonly ledgerId: LedgerId;
  readonly item: ItemKey;
}

export interface EvidenceChange {
  readonly ledger: LedgerRecord;
  readonly before: ItemRecord | undefined;
  readonly state: ItemState;
}

/** What attaching or removing one file makes of its item: access, stage, then the item's own rules (L5, L6, L10). */
export async function decideEvidence(
  tx: StoreReads,
  caller: Caller,
  { ledgerId, item: key, type }: EvidencePlace & { readonly type: "attach-evidence" | "remove-evidence" },
): Promise<Result<EvidenceChange, AnyRefusal>> {
  const permitted = await permitInStage(tx, caller, { ledgerId, action: type });
  if (!permitted.ok) return permitted;
  const { ledger } = permitted.value;
  const version = await tx.templates.version(ledger.templateVersionId);
  if (!version) throw new Error(`ledger ${ledgerId} without its template version`);
  const { sections, policy } = version.body;
  const item = sections.flatMap((section) => section.items).find((candidate) => candidate.key === key);
  if (!item) return refuse({ code: "unknown-item", item: key });
  const before = (await tx.ledgers.items(ledgerId)).find((record) => record.state.key === key);
  const state = before?.state ?? emptyItem(key);
  const actor = itemActor(caller, "owner");
  const decided = decideItemAction({ item, decimals: policy.decimals, state, actor, action: { type } });
  return decided.ok ? ok({ ledger, before, state: decided.value }) : decided;
}

import type { ItemKey } from "#core/kernel/ids.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";

/** An item that nobody has touched: no row in the store, revision 0. */
export function emptyItem(key: ItemKey): ItemState {
  return { key, evidence: 0, entries: [], settledWith: [] };
}

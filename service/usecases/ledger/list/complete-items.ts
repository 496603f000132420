import { completionOf } from "#core/ledger/completion.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import { toInstant } from "#core/kernel/instant.ts";
import type { ScoreRow } from "#service/ports/ledgers.ts";

/** How many items are 完成 (L6), from the score columns alone: lists and standings read no item's whole state. */
export function completeItems(items: readonly QuantitativeItem[], scores: readonly ScoreRow[]): number {
  const byKey = new Map(scores.map((row) => [row.item, row]));
  return items.filter((item) => {
    const row = byKey.get(item.key);
    return row !== undefined && completionOf(item, stateOf(row)) === "complete";
  }).length;
}

/** As much of the state as completion looks at: files and the standing score. */
function stateOf({ item, score, evidence }: ScoreRow): ItemState {
  const entry = {
    role: "owner",
    accountId: toId<AccountId>(""),
    personId: null,
    score,
    at: toInstant(0),
    reason: "",
    status: "own",
    statement: "",
  } as const;
  return { key: item, evidence, entries: [entry], settledWith: [] };
}

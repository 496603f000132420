import { dayOf } from "#core/kernel/instant.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { NameOf } from "../names.ts";

/**
 * What resting on a score shows (L7): who, when, old -> new and why, newest first; the owner's own entering is no news.
 * The whole past of a field, withdrawn challenges too, is asked for on its own (W9).
 */
export function entryHistory({ entries }: ItemState, nameOf: NameOf): readonly string[] {
  return entries
    .flatMap((entry, index) => {
      if (entry.role === "owner") return [];
      const old = entries[index - 1]?.score ?? "–";
      const head = `${dayOf(entry.at)} ${nameOf(entry)}: ${old} → ${entry.score ?? "–"}`;
      const lines = [head, entry.reason, entry.statement === "" ? "" : `“${entry.statement}”`];
      return [lines.filter((line) => line !== "").join("\n")];
    })
    .toReversed();
}

import type { ItemKey, PersonId } from "#core/kernel/ids.ts";
import type { ItemAction } from "#core/ledger/handling/item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { standingEntry } from "#core/ledger/scoring/standing-entry.ts";
import type { ItemRecord } from "#service/ports/records.ts";

export interface News {
  readonly kind: string;
  readonly item: ItemKey;
  readonly to: NewsSide;
}

export type NewsSide = "owner" | "leaders" | { readonly personId: PersonId };

export interface ItemChange {
  readonly before: ItemRecord | undefined;
  readonly row: ItemRecord;
  readonly done: ItemAction["type"];
}

/** Who hears of what happened to one item. */
export function itemNews({ before, row, done }: ItemChange): readonly News[] {
  const item = row.state.key;
  const tell = (kind: string, sides: readonly NewsSide[]) => sides.map((to) => ({ kind, item, to }));
  const challenger = before ? standingChallenger(before.state) : [];
  switch (done) {
    case "score":
      return scoreNews({ before, row, done });
    case "accept":
      return tell("accepted", challenger);
    case "contest":
      return tell("contested", challenger);
    case "withdraw":
      return tell("withdrawn", ["owner"]);
    case "escalate":
      return tell("escalated", ["leaders", "owner", ...challenger]);
    case "reopen":
      return tell("reopened", ["owner"]);
    case "attach-evidence":
      return tell("new-evidence", challenger);
    case "remove-evidence":
      return [];
  }
}

function scoreNews({ before, row }: ItemChange): readonly News[] {
  const item = row.state.key;
  const standing = standingEntry(row.state);
  if (standing?.role === "leader") {
    return [
      { kind: "ruled", item, to: "owner" },
      ...challengers(row.state).map((to) => ({ kind: "ruled", item, to }) as const),
    ];
  }
  if (standing?.role !== "peer") return [];
  const earlier = before
    ? standingChallenger(before.state).filter(({ personId }) => personId !== standing.personId)
    : [];
  return [
    { kind: "challenged", item, to: "owner" },
    ...earlier.map((to) => ({ kind: "challenge-replaced", item, to }) as const),
  ];
}

function standingChallenger(state: ItemState): readonly { readonly personId: PersonId }[] {
  const standing = standingEntry(state);
  return standing?.role === "peer" && standing.personId !== null ? [{ personId: standing.personId }] : [];
}

function challengers(state: ItemState): readonly { readonly personId: PersonId }[] {
  const persons = state.entries.flatMap((entry) =>
    entry.role === "peer" && entry.personId !== null ? [entry.personId] : [],
  );
  return [...new Set(persons)].map((personId) => ({ personId }));
}

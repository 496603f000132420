import { relationOf } from "#core/access/relation.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { subjectOf } from "../subject-of.ts";
import type { NewsSide } from "./item-news.ts";

export interface TalkSides {
  /** Is the caller one of them? */
  readonly included: boolean;
  /** Who is told when he says something; the addressees leave himself out. */
  readonly others: readonly NewsSide[];
}

/** The owner, everybody whose challenge stands in the item's past, and the leaders. @returns undefined while nothing was challenged. */
export function talkSides(caller: Caller, ledger: LedgerRecord, { entries }: ItemState): TalkSides | undefined {
  const challengers = new Set(
    entries.flatMap(({ role, personId }) => (role === "peer" && personId !== null ? [personId] : [])),
  );
  if (challengers.size === 0) return undefined;
  const relation = relationOf(caller.scope, subjectOf(ledger));
  const isChallenger = caller.actor.kind === "person" && challengers.has(caller.actor.personId);
  const others: readonly NewsSide[] = ["owner", ...[...challengers].map((personId) => ({ personId })), "leaders"];
  return { included: relation.owner || relation.leader || isChallenger, others };
}

import type { ItemActor } from "#core/ledger/item-action.ts";
import type { Caller } from "../caller.ts";

export type ItemRole = ItemActor["role"];

export function itemActor({ account, actor, at }: Caller, role: ItemRole): ItemActor {
  return { role, accountId: account.id, personId: actor.kind === "person" ? actor.personId : null, at };
}

/** Under which a caller's qualitative scores are kept: the person's id, because rights are counted per person (L14.8). */
export function raterKeyOf({ account, actor }: Caller): string {
  return actor.kind === "person" ? actor.personId : account.id;
}

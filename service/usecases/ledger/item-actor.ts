import type { ItemActor } from "#core/ledger/handling/item-action.ts";
import type { Caller } from "../caller.ts";

export type ItemRole = ItemActor["role"];

export function itemActor({ account, actor, at }: Caller, role: ItemRole): ItemActor {
  return { role, accountId: account.id, personId: actor.kind === "person" ? actor.personId : null, at };
}

/** There is one self score, whichever of the owner's accounts filled it (A0), and a successor takes it over (L4). */
export const OWNER_KEY = "owner";

/** Under which a caller's qualitative scores of a class are kept: the person's id, because rights are counted per person (L14.8). */
export function raterKeyOf({ account, actor }: Caller, raterClass: string): string {
  if (raterClass === "self") return OWNER_KEY;
  return actor.kind === "person" ? actor.personId : account.id;
}

import type { ItemAction, ItemActor } from "./item-action.ts";
import { gateAction } from "../item-rules/gate-action.ts";
import type { ItemState } from "./item-state.ts";

/** Which actions the item as it stands leaves open to the actor (L6 to L10); screens offer these and no others. */
export function allowedActions(state: ItemState, actor: ItemActor): readonly ItemAction["type"][] {
  return ACTION_TYPES.filter((action) => gateAction(state, actor, action) === undefined);
}

const ACTION_TYPES: readonly ItemAction["type"][] = [
  "score",
  "accept",
  "contest",
  "withdraw",
  "escalate",
  "reopen",
  "attach-evidence",
  "remove-evidence",
];

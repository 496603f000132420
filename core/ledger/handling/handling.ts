import { allowedActions } from "./allowed-actions.ts";
import type { ItemAction, ItemActor } from "./item-action.ts";
import type { ItemState } from "./item-state.ts";

/** The answers to a dispute that are given in the sheet's column 处理 rather than by typing a score. */
export type HandlingAction = Extract<ItemAction["type"], "accept" | "contest" | "withdraw" | "escalate" | "reopen">;

/** The one table between actions and the words that stand in the column; the words travel in .xlsx files, so they never change. */
export const HANDLING_WORDS = {
  accept: "接受",
  contest: "异议",
  withdraw: "撤回",
  escalate: "提交裁定",
  reopen: "重新开启",
} as const satisfies Record<HandlingAction, string>;

export type HandlingWord = (typeof HANDLING_WORDS)[HandlingAction];

/** What this actor may choose in the column now, for its validation list; empty: the cell is locked. */
export function handlingChoices(state: ItemState, actor: ItemActor): readonly HandlingWord[] {
  return allowedActions(state, actor).flatMap((action) => (isHandling(action) ? [HANDLING_WORDS[action]] : []));
}

/** @param text as it was typed or chosen. @returns undefined when it is none of the words. */
export function parseHandling(text: string): HandlingAction | undefined {
  const word = text.trim();
  return HANDLING_ACTIONS.find((action) => HANDLING_WORDS[action] === word);
}

/** @param text the row's reason: the owner's statement when he contests, the leader's reason when he reopens. */
export function handlingAction(type: HandlingAction, text: string): ItemAction {
  switch (type) {
    case "contest":
      return { type, statement: text };
    case "reopen":
      return { type, reason: text };
    case "accept":
    case "withdraw":
    case "escalate":
      return { type };
  }
}

const HANDLING_ACTIONS: readonly HandlingAction[] = ["accept", "contest", "withdraw", "escalate", "reopen"];

function isHandling(action: ItemAction["type"]): action is HandlingAction {
  return Object.hasOwn(HANDLING_WORDS, action);
}

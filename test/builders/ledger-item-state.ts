import { toId, type AccountId, type PersonId } from "#core/kernel/ids.ts";
import { toInstant } from "#core/kernel/instant.ts";
import type { ItemAction, ItemActor } from "#core/ledger/handling/item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { anItemKey } from "./ledger-template.ts";

const NOW = toInstant(Date.UTC(2026, 10, 21, 8));

function actor(role: ItemActor["role"], name: string): ItemActor {
  return { role, accountId: toId<AccountId>(`account-${name}`), personId: toId<PersonId>(name), at: NOW };
}

/** The people of an item's dispute: "owner", "peer A", "leader L". */
export function anActor(who: string): ItemActor {
  const [role = "", name = role] = who.split(" ");
  if (role !== "owner" && role !== "peer" && role !== "leader") throw new Error(`no such actor: ${who}`);
  return actor(role, name);
}

export function anItemState(change: Partial<ItemState> = {}): ItemState {
  return { key: anItemKey("q1"), evidence: 0, entries: [], settledWith: [], ...change };
}

/** Reasons that count as reasons. */
export const A_REASON = "会议记录缺少签到表，扣两分";
export const A_STATEMENT = "签到表已补传，请复核原始记录";

/** An action in short: "score 8", "accept", "contest", "withdraw", "escalate", "reopen", "attach", "remove". */
export function anAction(text: string): ItemAction {
  const [verb = "", score = ""] = text.split(" ");
  const action = verb === "score" ? aScore(score) : ACTIONS[verb];
  if (!action) throw new Error(`no such action: ${text}`);
  return action;
}

function aScore(score: string): ItemAction {
  return { type: "score", score, reason: A_REASON, acknowledged: true };
}

const ACTIONS: Readonly<Record<string, ItemAction>> = {
  contest: { type: "contest", statement: A_STATEMENT },
  reopen: { type: "reopen", reason: "补充材料后需要重新裁定" },
  attach: { type: "attach-evidence" },
  remove: { type: "remove-evidence" },
  accept: { type: "accept" },
  withdraw: { type: "withdraw" },
  escalate: { type: "escalate" },
};

import type { LedgerRelation } from "#core/access/relation.ts";
import { allowedActions } from "#core/ledger/handling/allowed-actions.ts";
import { completionOf } from "#core/ledger/completion.ts";
import { HANDLING_WORDS, type HandlingAction } from "#core/ledger/handling/handling.ts";
import type { ItemAction } from "#core/ledger/handling/item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import type { LedgerAction } from "#core/access/decide.ts";
import type { ItemView } from "#core/sheet/ledger/ledger-view.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { actionRefusal } from "../action-refusal.ts";
import { emptyItem } from "../empty-item.ts";
import { itemActor, type ItemRole } from "../item-actor.ts";
import { entryHistory } from "./entry-history.ts";
import type { LedgerFacts } from "./load-ledger-facts.ts";

/** Every quantitative item with what the caller may do about it now: access and stage for the ledger, then the item's own state. */
export function itemViews(caller: Caller, facts: LedgerFacts, relation: LedgerRelation): readonly ItemView[] {
  const { ledger, version, nameOf } = facts;
  const states = new Map(facts.items.map((item) => [item.state.key, item]));
  const texts = groupBy(facts.wordings, (wording) => wording.item);
  const mayReword = !actionRefusal(caller, facts, { action: "reword" });
  const rights = rightsIn(caller, facts, relation);
  const items = version.body.sections.flatMap((section) => section.items);
  return items.map((item): ItemView => {
    const record = states.get(item.key);
    const state = record?.state ?? emptyItem(item.key);
    const allowed = rights ? allowedActions(state, itemActor(caller, rights.role)) : [];
    return {
      key: item.key,
      texts: (texts.get(item.key) ?? []).map(({ column, text, revision }) => ({ column, text, revision })),
      mayReword,
      ...stateOf(item, state),
      revision: record?.revision ?? 0,
      mayScore: rights !== null && rights.open.has("score") && allowed.includes("score"),
      handling: HANDLINGS.filter((action) => rights?.open.has(action) && allowed.includes(action)).map(
        (action) => HANDLING_WORDS[action],
      ),
      history: entryHistory(state, nameOf),
      evidenceLink: `ledgers/${ledger.id}/items/${item.key}/evidence`,
    };
  });
}

function stateOf(item: QuantitativeItem, state: ItemState): Pick<ItemView, "state" | "completion"> {
  return { state, completion: completionOf(item, state) };
}

interface ItemRights {
  readonly role: ItemRole;
  /** Open by access and stage, before the item is looked at. */
  readonly open: ReadonlySet<ItemAction["type"]>;
}

const HANDLINGS: readonly HandlingAction[] = ["accept", "contest", "withdraw", "escalate", "reopen"];

const ACCESS: Readonly<Record<ItemRole, Readonly<Partial<Record<ItemAction["type"], LedgerAction>>>>> = {
  owner: { score: "score-self", accept: "answer-challenge", contest: "answer-challenge", escalate: "escalate" },
  peer: { score: "challenge", withdraw: "withdraw-challenge", escalate: "escalate" },
  leader: { score: "rule", reopen: "reopen" },
};

function rightsIn(caller: Caller, facts: LedgerFacts, relation: LedgerRelation): ItemRights | null {
  const role = relation.owner ? "owner" : relation.leader ? "leader" : relation.peer ? "peer" : null;
  if (role === null) return null;
  const asked = Object.entries(ACCESS[role]) as readonly (readonly [ItemAction["type"], LedgerAction])[];
  return {
    role,
    open: new Set(asked.filter(([, action]) => !actionRefusal(caller, facts, { action })).map(([type]) => type)),
  };
}

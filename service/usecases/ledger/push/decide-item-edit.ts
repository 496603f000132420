import type { LedgerAction } from "#core/access/decide.ts";
import type { LedgerRelation } from "#core/access/relation.ts";
import { decideItemAction } from "#core/ledger/handling/decide-item-action.ts";
import { handlingAction, parseHandling, type HandlingAction } from "#core/ledger/handling/handling.ts";
import type { ItemAction, ItemActor } from "#core/ledger/handling/item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { parseScore } from "#core/ledger/scoring/parse-score.ts";
import { challengeCount, standingEntry, standingScore } from "#core/ledger/scoring/standing-entry.ts";
import { cleanReason } from "#core/ledger/item-rules/check-reason.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { itemRecord } from "#core/sheet/ledger/ledger-record.ts";
import type { ItemRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { itemActor, type ItemRole } from "../item-actor.ts";
import { emptyItem } from "../empty-item.ts";
import { badValue, refused, type EditDecision } from "./decided-edit.ts";
import type { ParsedEdit } from "./parse-edit.ts";
import type { TouchedLedger } from "./touched-ledger.ts";

/** A typed score or a chosen handling of a quantitative item (L6 to L10). */
export function decideItemEdit(caller: Caller, touched: TouchedLedger, edit: ParsedEdit): EditDecision {
  const item = edit.itemKey === null ? undefined : touched.quantitative.get(edit.itemKey);
  if (!item) return refused({ code: "unknown-item", item: edit.itemKey ?? "" });
  const asked = askedAction(touched.relation, edit);
  if ("refusal" in asked) return refused(asked.refusal);
  const refusal = touched.refusalOf(asked);
  if (refusal) return refused(refusal);
  const actor = itemActor(caller, asked.role);
  return decide({ touched, edit, item, actor, action: asked.itemAction });
}

interface ItemQuestion {
  readonly touched: TouchedLedger;
  readonly edit: ParsedEdit;
  readonly item: QuantitativeItem;
  readonly actor: ItemActor;
  readonly action: ItemAction;
}

function decide({ touched, edit, item, actor, action }: ItemQuestion): EditDecision {
  const before = touched.items.get(item.key);
  const revision = before?.revision ?? 0;
  const state = before?.state ?? emptyItem(item.key);
  const { decimals } = touched.body.policy;
  const change = { record: itemRecord(touched.ledger.id, item.key), field: "score" };
  const same = () => action.type === "score" && saysTheSame({ state, item, actor, action, decimals });
  if (revision !== edit.baseRevision) {
    return same()
      ? { kind: "unchanged", revision }
      : { kind: "conflict", theirs: standingScore(state), revision, change };
  }
  const decided = decideItemAction({ item, decimals, state, actor, action });
  if (!decided.ok) {
    return decided.refusal.code === "score-unchanged" && same()
      ? { kind: "unchanged", revision }
      : refused(decided.refusal);
  }
  const row = itemRow(touched.ledger.id, decided.value, revision + 1);
  return {
    kind: "item",
    row,
    before,
    done: action.type,
    old: standingScore(state),
    value: row.score,
    action: action.type,
    reason: reasonOf(action, actor),
    change,
  };
}

function reasonOf(action: ItemAction, { role }: ItemActor): string {
  if (action.type === "contest") return cleanReason(action.statement);
  return action.type === "reopen" || (action.type === "score" && role !== "owner") ? cleanReason(action.reason) : "";
}

/** The row of an item's new state, with the columns that standings read. */
export function itemRow(ledgerId: ItemRecord["ledgerId"], state: ItemState, revision: number): ItemRecord {
  return { ledgerId, state, score: standingScore(state), challenges: challengeCount(state), revision };
}

interface TypedScore {
  readonly state: ItemState;
  readonly item: QuantitativeItem;
  readonly actor: ItemActor;
  readonly action: Extract<ItemAction, { type: "score" }>;
  readonly decimals: number;
}

/** The owner typed what stands there as his own: nothing to do, whatever revision he saw. */
function saysTheSame({ state, item, actor, action, decimals }: TypedScore): boolean {
  const standing = standingEntry(state);
  if (actor.role !== "owner" || standing?.status !== "own" || standing.score === null) return false;
  const score = parseScore(item, decimals, action.score);
  return score.ok && score.value === standing.score;
}

type Asked =
  | { readonly refusal: AnyRefusal }
  | { readonly role: ItemRole; readonly action: LedgerAction; readonly itemAction: ItemAction };

function askedAction(relation: LedgerRelation, edit: ParsedEdit): Asked {
  if (edit.field.type === "score") return askedScore(relation, edit);
  const handling = parseHandling(edit.text);
  if (!handling) return { refusal: badValue(edit.text) };
  const role = HANDLING_ROLE[handling] ?? (relation.owner ? "owner" : "peer");
  return { role, action: HANDLING_ACCESS[handling], itemAction: handlingAction(handling, edit.reason) };
}

function askedScore(relation: LedgerRelation, { text, reason, acknowledged }: ParsedEdit): Asked {
  const itemAction: ItemAction = { type: "score", score: text, reason, acknowledged };
  if (relation.owner) return { role: "owner", action: "score-self", itemAction };
  if (relation.leader) return { role: "leader", action: "rule", itemAction };
  // Who is neither is refused as a peer that he is not.
  return { role: "peer", action: "challenge", itemAction };
}

/** null: either side may (L9). */
const HANDLING_ROLE: Readonly<Record<HandlingAction, ItemRole | null>> = {
  accept: "owner",
  contest: "owner",
  withdraw: "peer",
  escalate: null,
  reopen: "leader",
};

const HANDLING_ACCESS: Readonly<Record<HandlingAction, LedgerAction>> = {
  accept: "answer-challenge",
  contest: "answer-challenge",
  withdraw: "withdraw-challenge",
  escalate: "escalate",
  reopen: "reopen",
};

import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ItemAction, ItemActor } from "./item-action.ts";
import { checkReason, cleanReason } from "../item-rules/check-reason.ts";
import { gateAction, isStandingChallenger } from "../item-rules/gate-action.ts";
import type { EntryStatus, ItemState, ScoreEntry } from "./item-state.ts";
import { fullScore } from "../scoring/kind-scores.ts";
import type { LedgerRefusal } from "../ledger-refusal.ts";
import { parseScore } from "../scoring/parse-score.ts";
import { standingEntry } from "../scoring/standing-entry.ts";
import type { QuantitativeItem } from "../template/template.ts";

export interface ItemQuestion {
  readonly item: QuantitativeItem;
  /** Of the policy. */
  readonly decimals: number;
  readonly state: ItemState;
  readonly actor: ItemActor;
  readonly action: ItemAction;
}

/**
 * Evidence, score, challenge, dispute and ruling of one quantitative item (L6 to L10), as a stack of entries: the owner's
 * score at the bottom, each challenge on top of what it challenges, a leader's ruling on top of everything.
 * Whether the actor is owner, peer or leader of this ledger (L14) and whether the stage is open (L15) was decided before.
 * Order of refusals: whose turn it is, then the score, then the reason, then the acknowledgement.
 */
export function decideItemAction(question: ItemQuestion): Result<ItemState, LedgerRefusal> {
  const gate = gateAction(question.state, question.actor, question.action.type);
  return gate ? refuse(gate) : apply(question);
}

type Decision = Result<ItemState, LedgerRefusal>;
type ScoreAction = Extract<ItemAction, { type: "score" }>;

function apply(question: ItemQuestion): Decision {
  const { state, action } = question;
  switch (action.type) {
    case "score":
      return setScore(question, action);
    case "accept":
      return ok(accept(state));
    case "contest":
      return contest(state, action.statement);
    case "withdraw":
      return ok({ ...state, entries: state.entries.slice(0, -1) });
    case "escalate":
      return ok(withStatus(state, "escalated"));
    case "reopen":
      return refusedReason(action.reason) ?? ok(withStatus(state, "reopened"));
    case "attach-evidence":
      return ok(attach(question));
    case "remove-evidence":
      return ok(remove(question));
  }
}

/** First file: the owner's score becomes what the kind gives without deductions, unless somebody else's stands (L6). */
function attach({ item, state, actor }: ItemQuestion): ItemState {
  const attached = { ...state, evidence: state.evidence + 1 };
  const standing = standingEntry(state);
  if (state.evidence > 0 || (standing && standing.role !== "owner")) return attached;
  return { ...attached, entries: [ownEntry(actor, fullScore(item))] };
}

/** Last file gone: the owner's score is empty and counts 0 (L6). */
function remove({ state, actor }: ItemQuestion): ItemState {
  const removed = { ...state, evidence: state.evidence - 1 };
  return removed.evidence > 0 || state.entries.length === 0
    ? removed
    : { ...removed, entries: [ownEntry(actor, null)] };
}

function setScore(question: ItemQuestion, action: ScoreAction): Decision {
  const { item, decimals, state, actor } = question;
  const score = parseScore(item, decimals, action.score);
  if (!score.ok) return score;
  if (actor.role !== "leader" && score.value === standingEntry(state)?.score)
    return refuse({ code: "score-unchanged" });
  if (actor.role === "owner") return ok({ ...state, entries: [ownEntry(actor, score.value)] });
  // Whoever changes another's score says why and was told that he answers for it (L7).
  const refused = refusedReason(action.reason);
  if (refused) return refused;
  if (!action.acknowledged) return refuse({ code: "acknowledgement-required" });
  return ok(
    actor.role === "peer"
      ? challenge(question, score.value, action.reason)
      : rule(question, score.value, action.reason),
  );
}

/** The standing challenger changes his own challenge in its place and status; anybody else puts his on top. */
function challenge({ state, actor }: ItemQuestion, score: string, reason: string): ItemState {
  const standing = standingEntry(state);
  const isOwn = standing !== undefined && isStandingChallenger(standing, actor);
  const entry: ScoreEntry = {
    ...othersEntry(actor, score, reason),
    status: isOwn ? standing.status : "challenged",
    statement: isOwn ? standing.statement : "",
  };
  return { ...state, entries: [...(isOwn ? state.entries.slice(0, -1) : state.entries), entry] };
}

/** A ruling replaces an earlier ruling; the dispute below it stays readable. */
function rule({ state, actor }: ItemQuestion, score: string, reason: string): ItemState {
  const below = standingEntry(state)?.role === "leader" ? state.entries.slice(0, -1) : state.entries;
  return { ...state, entries: [...below, { ...othersEntry(actor, score, reason), status: "ruled" }] };
}

function accept(state: ItemState): ItemState {
  const challenger = standingEntry(state)?.personId;
  if (!challenger) throw new Error("a challenge without a person behind it");
  return { ...withStatus(state, "accepted"), settledWith: [...state.settledWith, challenger] };
}

function contest(state: ItemState, statement: string): Decision {
  return refusedReason(statement) ?? ok(changeTop(state, { status: "contested", statement: cleanReason(statement) }));
}

function refusedReason(text: string): Decision | undefined {
  const refusal = checkReason(text);
  return refusal && refuse(refusal);
}

function withStatus(state: ItemState, status: EntryStatus): ItemState {
  return changeTop(state, { status });
}

function changeTop(state: ItemState, change: Partial<ScoreEntry>): ItemState {
  const top = standingEntry(state);
  if (!top) throw new Error("there is no standing entry to change");
  return { ...state, entries: [...state.entries.slice(0, -1), { ...top, ...change }] };
}

function ownEntry(actor: ItemActor, score: string | null): ScoreEntry {
  const { accountId, personId, at } = actor;
  return { role: "owner", accountId, personId, score, at, reason: "", status: "own", statement: "" };
}

function othersEntry({ role, accountId, personId, at }: ItemActor, score: string, reason: string): ScoreEntry {
  return { role, accountId, personId, score, at, reason: cleanReason(reason), status: "challenged", statement: "" };
}

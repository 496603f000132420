import type { ItemAction, ItemActor } from "../handling/item-action.ts";
import type { ItemState, ScoreEntry } from "../handling/item-state.ts";
import type { LedgerRefusal } from "../ledger-refusal.ts";
import { standingEntry } from "../scoring/standing-entry.ts";

/**
 * May this actor take this kind of action on the item as it stands, whatever score or reason he would give (L6 to L10)?
 * The screens grey their buttons out by it, the rule begins with it.
 * @returns the refusal, or undefined when the way is open.
 */
export function gateAction(state: ItemState, actor: ItemActor, action: ItemAction["type"]): LedgerRefusal | undefined {
  const { roles, gate } = GATES[action];
  return roles.includes(actor.role) ? gate(state, actor) : { code: "action-not-for-role", action, role: actor.role };
}

/** Is this peer the one whose challenge stands now? Rights are counted per person (L14.8). */
export function isStandingChallenger(entry: ScoreEntry | undefined, actor: ItemActor): boolean {
  return (
    entry?.role === "peer" && actor.role === "peer" && actor.personId !== null && entry.personId === actor.personId
  );
}

type Gate = (state: ItemState, actor: ItemActor) => LedgerRefusal | undefined;

const GATES: Readonly<
  Record<ItemAction["type"], { readonly roles: readonly ItemActor["role"][]; readonly gate: Gate }>
> = {
  score: { roles: ["owner", "peer", "leader"], gate: gateScore },
  accept: { roles: ["owner"], gate: gateAnswer },
  contest: { roles: ["owner"], gate: gateAnswer },
  withdraw: { roles: ["peer"], gate: gateWithdraw },
  escalate: { roles: ["owner", "peer"], gate: gateEscalate },
  reopen: { roles: ["leader"], gate: gateReopening },
  "attach-evidence": { roles: ["owner"], gate: gateAttachment },
  "remove-evidence": { roles: ["owner"], gate: gateRemoval },
};

function gateScore(state: ItemState, actor: ItemActor): LedgerRefusal | undefined {
  if (actor.role === "leader") return undefined;
  const locked = actor.role === "owner" ? lockForOwner(standingEntry(state)) : lockForPeer(state, actor);
  return locked ?? (state.evidence === 0 ? { code: "score-needs-evidence" } : undefined);
}

/** The owner never overwrites what somebody else set. */
function lockForOwner(standing: ScoreEntry | undefined): LedgerRefusal | undefined {
  switch (standing?.status) {
    case undefined:
    case "own":
      return undefined;
    case "challenged":
    case "accepted":
      return { code: "item-challenged" };
    case "contested":
    case "escalated":
      return { code: "item-contested" };
    case "ruled":
    case "reopened":
      return { code: "item-ruled" };
  }
}

function lockForPeer(state: ItemState, actor: ItemActor): LedgerRefusal | undefined {
  if (actor.personId === null) throw new Error("a peer is always a person (A0)");
  const standing = standingEntry(state);
  if (isRuling(standing)) return { code: "item-ruled" };
  if (isContested(standing) && !isStandingChallenger(standing, actor)) return { code: "item-contested" };
  return state.settledWith.includes(actor.personId) ? { code: "already-settled" } : undefined;
}

/** Accepting and contesting answer a challenge that nobody has answered yet. */
function gateAnswer(state: ItemState): LedgerRefusal | undefined {
  const standing = standingEntry(state);
  if (standing?.status === "challenged") return undefined;
  if (isRuling(standing)) return { code: "item-ruled" };
  return isContested(standing) ? { code: "item-contested" } : { code: "not-challenged" };
}

function gateWithdraw(state: ItemState, actor: ItemActor): LedgerRefusal | undefined {
  const standing = standingEntry(state);
  if (isRuling(standing)) return { code: "item-ruled" };
  if (standing?.status !== "challenged" && !isContested(standing)) return { code: "not-challenged" };
  return isStandingChallenger(standing, actor) ? undefined : { code: "not-your-challenge" };
}

function gateEscalate(state: ItemState, actor: ItemActor): LedgerRefusal | undefined {
  const standing = standingEntry(state);
  if (isRuling(standing)) return { code: "item-ruled" };
  if (standing?.role !== "peer") return { code: "not-challenged" };
  if (standing.status !== "contested") return { code: "not-contested" };
  return actor.role === "owner" || isStandingChallenger(standing, actor) ? undefined : { code: "not-your-challenge" };
}

function gateReopening(state: ItemState): LedgerRefusal | undefined {
  return standingEntry(state)?.status === "ruled" ? undefined : { code: "not-ruled" };
}

/** A ruled item takes new evidence only after the leader reopened it (L10). */
function gateAttachment(state: ItemState): LedgerRefusal | undefined {
  return standingEntry(state)?.status === "ruled" ? { code: "item-ruled" } : undefined;
}

/** Evidence that somebody judged stays, so that the judgement can be checked (L6). */
function gateRemoval(state: ItemState): LedgerRefusal | undefined {
  const standing = standingEntry(state);
  if (standing && standing.role !== "owner") return { code: "evidence-bound" };
  return state.evidence === 0 ? { code: "no-evidence" } : undefined;
}

function isRuling(standing: ScoreEntry | undefined): boolean {
  return standing?.role === "leader";
}

function isContested(standing: ScoreEntry | undefined): boolean {
  return standing?.status === "contested" || standing?.status === "escalated";
}

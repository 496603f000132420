import type { ItemState, ScoreEntry } from "../handling/item-state.ts";

/** The score that counts: the top of the stack; undefined while nobody has set one. */
export function standingEntry(state: ItemState): ScoreEntry | undefined {
  return state.entries.at(-1);
}

/** Exact decimal text, or null when there is none (counts 0). */
export function standingScore(state: ItemState): string | null {
  return standingEntry(state)?.score ?? null;
}

/** Challenges of the item's dispute: every peer's entry that still stands or lies under another one. */
export function challengeCount(state: ItemState): number {
  return state.entries.filter((entry) => entry.role === "peer").length;
}

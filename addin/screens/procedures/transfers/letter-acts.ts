import type { Day } from "#core/kernel/instant.ts";
import type { ActOnTransfers, TransferListed } from "#core/protocol/records/transfers.ts";
import type { LetterAct } from "#addin/wording/procedures/transfers-words.ts";
import { destinationOf, NO_DESTINATION, type DestinationDraft } from "./destination.ts";

/** What is filled in for one act on one or many letters. */
export interface LetterActDraft {
  readonly on: string;
  readonly reason: string;
  readonly branchId: string;
  readonly duesPaidUntil: string;
  readonly to: DestinationDraft;
  /** The committee has compared the printed letter (M13). */
  readonly compared: boolean;
}

const ORDER: readonly LetterAct[] = ["issue", "decline", "release", "receive", "receipt", "endorse", "revoke"];

export function newLetterAct(on: string): LetterActDraft {
  return { on, reason: "", branchId: "", duesPaidUntil: "", to: NO_DESTINATION, compared: false };
}

export type LetterPossible = Pick<TransferListed, "acts" | "outside">;

/** A letter that left the service has no receiver here: its sender enters the receipt. */
export function actsOf({ acts, outside }: LetterPossible): readonly LetterAct[] {
  return acts.flatMap((act): readonly LetterAct[] => {
    if (act === "ask") return [];
    return act === "receive" && outside ? ["receipt"] : [act];
  });
}

/** Acts that can be done with at least one of the letters. */
export function actsAmong(letters: readonly LetterPossible[]): readonly LetterAct[] {
  const possible = new Set(letters.flatMap(actsOf));
  return ORDER.filter((act) => possible.has(act));
}

export function canActOnAll(act: LetterAct, letters: readonly LetterPossible[]): boolean {
  return letters.every((letter) => actsOf(letter).includes(act));
}

/** @returns undefined while something that is needed is missing. */
export function askedOf(act: LetterAct, ids: readonly string[], draft: LetterActDraft): ActOnTransfers | undefined {
  const move = draft.on === "" ? undefined : moveOf(act, draft);
  return move && { transfers: [...ids], on: draft.on as Day, move };
}

function moveOf(act: LetterAct, draft: LetterActDraft): ActOnTransfers["move"] | undefined {
  const { branchId, compared, duesPaidUntil } = draft;
  switch (act) {
    case "issue":
      return { act, duesPaidUntil };
    case "release":
      return compared ? { act } : undefined;
    case "receive":
      return branchId === "" ? undefined : { act, branchId };
    case "receipt":
      return { act: "receive", branchId: null };
    case "endorse":
    case "decline":
    case "revoke":
      return reasoned(act, draft);
  }
}

function reasoned(
  act: "endorse" | "decline" | "revoke",
  { to: typed, reason: written }: LetterActDraft,
): ActOnTransfers["move"] | undefined {
  const reason = written.trim();
  if (reason.length < 2) return undefined;
  if (act !== "endorse") return { act, reason };
  const to = destinationOf(typed);
  return to && { act, to, reason };
}

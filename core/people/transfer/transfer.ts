import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";

/**
 * inside: between branches that one office works for, at once (M11). between: by letter on this service (M12).
 * city: to a committee of the city that is not on this service (M12a). province: by numbered letter (M13).
 * from-outside: arrived from a committee that is not on this service.
 */
export type TransferKind = "inside" | "between" | "city" | "province" | "from-outside";

/** What the validity depends on (M12): a graduate's letter lasts longer wherever it leads. */
export type TransferScope = "city" | "province" | "graduate";

/**
 * asked: the receiver wants the person. printed: a numbered letter that was not compared and released yet.
 * open: on its way. Due and overdue are computed (M16a).
 */
export type TransferState = "asked" | "printed" | "open" | "received" | "revoked" | "declined";

export type TransferAct = "ask" | "issue" | "decline" | "release" | "receive" | "endorse" | "revoke";

export interface Transfer {
  readonly id: string;
  readonly personId: PersonId;
  readonly kind: TransferKind;
  readonly scope: TransferScope;
  readonly state: TransferState;
  /** null: from outside. */
  readonly fromUnitId: UnitId | null;
  /** Addressee on this service: changes when the letter is endorsed; null for letters that leave it. */
  readonly toUnitId: UnitId | null;
  /** Outside: the committee the letter is addressed to or came from (抬头), and where the person finally goes. */
  readonly outside: { readonly heading: string; readonly finallyTo: string } | null;
  readonly reason: string;
  readonly issuedOn: Day | null;
  readonly validDays: number;
  /** Day or month up to which the dues are paid. */
  readonly duesPaidUntil: string;
  /** Number of the introduction letter, where one is printed. */
  readonly number: string | null;
  /** 整建制: the whole unit goes (M12b). */
  readonly wholeUnit: boolean;
  /** Letters that were issued in one act (M12b). */
  readonly batchId: string | null;
  readonly receivedOn: Day | null;
  /** Branch that took the person in. */
  readonly branchId: UnitId | null;
  /** Oldest first; never changed. */
  readonly steps: readonly TransferStep[];
  readonly revision: number;
}

export interface TransferStep {
  readonly act: TransferAct;
  readonly on: Day;
  /** As shown then. */
  readonly who: string;
  readonly reason: string;
}

/** States in which a letter is on its way: one per person at most. */
export const OPEN_STATES: readonly TransferState[] = ["printed", "open"];

export function isOpen({ state }: Pick<Transfer, "state">): boolean {
  return OPEN_STATES.includes(state);
}

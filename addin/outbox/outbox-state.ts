import type { PushEdit } from "#core/protocol/push.ts";
import { isSender, statusOf, type OutboxEntry, type OutboxStatus, type Sender } from "./outbox-entry.ts";

/** What the pane shows of the outbox. */
export interface OutboxState {
  /** false: this desk's storage is not to be had; what waits is lost when the program closes, but not from the sheet. */
  readonly kept: boolean;
  /** Something unreadable was found on this desk and set aside. */
  readonly damaged: boolean;
  /** Oldest first. */
  readonly entries: readonly OutboxListed[];
  readonly sending: boolean;
  /** Milliseconds since 1970; null: nothing is planned. */
  readonly nextTryAt: number | null;
  /** Why what waits is not sent now; null: nothing is in the way, or nothing waits. */
  readonly blocked: OutboxBlock | null;
}

export type OutboxBlock = "signed-out" | "other-sender" | "other-pane";

export interface OutboxListed {
  readonly key: string;
  readonly ledger: string;
  readonly title: string;
  readonly account: string;
  readonly count: number;
  readonly queuedAt: number;
  readonly tries: number;
  readonly lastRefusal: OutboxEntry["lastRefusal"];
  readonly setAside: OutboxEntry["setAside"];
  readonly status: OutboxStatus;
  /** Queued by whoever is signed in now. */
  readonly isMine: boolean;
}

export const EMPTY_STATE: OutboxState = {
  ...{ kept: true, damaged: false, entries: [], sending: false, nextTryAt: null, blocked: null },
};

export function listed(entry: OutboxEntry, sender: Sender | null): OutboxListed {
  const { key, ledger, title, queuedAt, tries, lastRefusal, setAside } = entry;
  return {
    ...{ key, ledger, title, queuedAt, tries, lastRefusal, setAside },
    account: entry.accountName,
    count: entry.edits.length,
    status: statusOf(entry),
    isMine: sender !== null && isSender(entry, sender),
  };
}

export function isSameField(a: PushEdit, b: Pick<PushEdit, "record" | "field">): boolean {
  return a.record === b.record && a.field === b.field;
}

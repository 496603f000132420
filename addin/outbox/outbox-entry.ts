import type { PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { ClientRefusal } from "#addin/service-client/client-refusal.ts";

/** Who may send an entry: the account that queued it, acting for the post it acted for, at the service that issued the book. */
export interface Sender {
  readonly service: string;
  readonly accountId: string;
  /** As shown: masked where it is a phone. */
  readonly accountName: string;
  readonly post: string | null;
}

/**
 * One push that waits, is on its way or was answered. Key and edits are those of the first try: the service answers a
 * retry with its first answer, so nothing is done twice (W3).
 */
export interface OutboxEntry extends Sender {
  readonly key: string;
  readonly ledger: string;
  /** What the book is called, for the list of what waits. */
  readonly title: string;
  readonly edits: readonly PushEdit[];
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
  /** From the first try on the edits may be with the service: they are neither changed nor withdrawn any more. */
  readonly tries: number;
  readonly lastRefusal: ClientRefusal | null;
  /** Kept until the sheet has seen it. */
  readonly answer: PushAnswer | null;
  /** Never to be sent as it stands; why. */
  readonly setAside: ClientRefusal | TooOld | null;
  /** Grows with every change: of two copies the later one holds. */
  readonly version: number;
}

export type OutboxStatus = "waiting" | "answered" | "set-aside";

export type OutboxRefusal =
  /** The desk's storage has no room. The change stays in the sheet. */
  | { readonly code: "outbox-full" }
  /** It may be with the service already: whoever wants the old value back types it again. */
  | { readonly code: "already-on-its-way" }
  | TooOld;

/** Tried so long ago that the service may have forgotten the try. */
export interface TooOld {
  readonly code: "push-too-old";
}

export function statusOf({ answer, setAside }: OutboxEntry): OutboxStatus {
  if (answer) return "answered";
  return setAside ? "set-aside" : "waiting";
}

export function isSender(entry: Sender, sender: Sender): boolean {
  return entry.service === sender.service && entry.accountId === sender.accountId && entry.post === sender.post;
}

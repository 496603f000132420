import type { AccountId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";

/** Idempotency: the answer to a push is kept under the account and its key, in the push's own transaction. */
export interface PushWrites {
  /** Takes the key, or gives what was stored: the second of two simultaneous retries waits for the first. */
  claim(account: AccountId, key: string, bodyHash: string, at: Instant): Promise<PushClaim>;
  answer(account: AccountId, key: string, answer: string): Promise<void>;
  /** Drops answers of pushes before that moment: nobody retries any more. */
  forgetBefore(at: Instant): Promise<void>;
}

export type PushClaim =
  | { readonly state: "new" }
  | { readonly state: "answered"; readonly answer: string }
  | { readonly state: "other-body" };

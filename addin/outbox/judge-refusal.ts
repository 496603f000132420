import type { ClientRefusal } from "#addin/service-client/client-refusal.ts";

/** What a refusal of the door means for a push that waits: try later, wait for a sign-in, or never as it stands. */
export type Verdict = "try-later" | "sign-in" | "set-aside";

const TRY_LATER: ReadonlySet<ClientRefusal["code"]> = new Set([
  "service-unreachable",
  "busy",
  "disk-full",
  "internal",
] as const);

/** The account may be allowed again: what it queued waits for it. */
const SIGN_IN: ReadonlySet<ClientRefusal["code"]> = new Set([
  "not-signed-in",
  "session-over",
  "sign-in-failed",
  "locked-out",
  "password-change-required",
  "first-password-expired",
  "account-not-active",
] as const);

export function judgeRefusal({ code }: ClientRefusal): Verdict {
  if (TRY_LATER.has(code)) return "try-later";
  return SIGN_IN.has(code) ? "sign-in" : "set-aside";
}

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 300_000;

/** @param failures in a row, from 1 on. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 10));
}

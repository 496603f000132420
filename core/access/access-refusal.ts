import type { Day, Instant } from "#core/kernel/instant.ts";

/** Every way an account or a permission says no (A-rules). A foreign id answers exactly as a missing one: `not-found` (A9). */
export type AccessRefusal =
  | { readonly code: "not-found" }
  | { readonly code: "forbidden"; readonly action: string }
  | { readonly code: "read-only" }
  | { readonly code: "not-signed-in" }
  | { readonly code: "session-over"; readonly why: "idle" | "absolute" | "ended" | "account-changed" }
  | { readonly code: "sign-in-failed" }
  | { readonly code: "locked-out"; readonly until: Instant }
  | { readonly code: "password-change-required" }
  | { readonly code: "first-password-expired" }
  | { readonly code: "account-not-active"; readonly from: Day | null; readonly to: Day | null }
  | { readonly code: "password-too-short"; readonly least: number }
  | { readonly code: "password-too-long"; readonly most: number }
  | { readonly code: "password-common" }
  | { readonly code: "password-contains-own-data"; readonly what: "account" | "name" | "phone" | "birth-date" | "unit" }
  | { readonly code: "password-used-before" }
  | { readonly code: "password-wrong" }
  | { readonly code: "no-such-post" }
  | { readonly code: "name-taken"; readonly name: string; readonly proposed: string }
  | { readonly code: "needs-approval" } // administering accounts take a request and an approval (A4)
  | { readonly code: "own-request" } // never by the beneficiary (A4)
  | { readonly code: "already-decided" }
  | { readonly code: "duties-not-separate" }; // A11

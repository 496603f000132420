import type { Day } from "#core/kernel/instant.ts";
import type { AccountRequest } from "#core/protocol/accounts.ts";
import { LONG_TERM, termProblem, type AccountTerm, type TermProblem } from "../account-term.ts";

export type RequestAction = AccountRequest["action"];
export type RequestPost = NonNullable<AccountRequest["post"]>;

/** The written application while it is being filled (A4). */
export interface RequestDraft {
  readonly action: RequestAction;
  /** "" for a new account. */
  readonly accountId: string;
  readonly accountName: string;
  readonly kind: AccountRequest["kind"];
  readonly permission: AccountRequest["permission"];
  readonly term: AccountTerm;
  readonly holder: string;
  readonly post: RequestPost | "";
  readonly contact: string;
  readonly reason: string;
}

export const REQUEST_ACTIONS: readonly RequestAction[] = [
  "make",
  "change-permission",
  "disable",
  "enable",
  "hand-over",
];
export const REQUEST_POSTS: readonly RequestPost[] = [
  "secretary",
  "deputy-secretary",
  "organisation-member",
  "organiser",
  "information-officer",
  "officer",
];
const LEAST_REASON = 6;

export const NEW_REQUEST: RequestDraft = {
  ...{ action: "make", accountId: "", accountName: "", kind: "unit", permission: "read-write", term: LONG_TERM },
  ...{ holder: "", post: "", contact: "", reason: "" },
};

export interface RequestProblems {
  readonly fields: ReadonlySet<"accountId" | "holder" | "post" | "contact" | "reason">;
  readonly term: TermProblem | undefined;
}

export function requestProblems(draft: RequestDraft, today: Day): RequestProblems {
  const broken = {
    accountId: draft.action !== "make" && draft.accountId === "",
    holder: draft.holder.trim() === "",
    post: needsPost(draft) && draft.post === "",
    contact: !/^1\d{10}$/.test(plainContact(draft)),
    reason: draft.reason.trim().length < LEAST_REASON,
  };
  const fields = (["accountId", "holder", "post", "contact", "reason"] as const).filter((field) => broken[field]);
  return { fields: new Set(fields), term: termProblem(draft.term, today) };
}

/** Whoever gets a person account gets it for a post; for the rest the account says which. */
export function needsPost({ kind, action }: Pick<RequestDraft, "kind" | "action">): boolean {
  return kind === "person" && (action === "make" || action === "hand-over");
}

export function requestOf(draft: RequestDraft, unitId: string): AccountRequest {
  const { action, kind, permission, term } = draft;
  const accountName = draft.accountName.trim();
  return {
    ...{ action, kind, permission, term, unitId, contact: plainContact(draft) },
    ...{ holder: draft.holder.trim(), reason: draft.reason.trim() },
    post: needsPost(draft) && draft.post !== "" ? draft.post : null,
    ...(action === "make" ? {} : { accountId: draft.accountId }),
    ...(accountName === "" ? {} : { accountName }),
  };
}

function plainContact({ contact }: RequestDraft): string {
  return contact.normalize("NFKC").replace(/[\s-]/g, "");
}

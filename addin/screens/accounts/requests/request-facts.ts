import type { Language } from "#core/wording/language.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { accountRequestsWords } from "#addin/wording/accounts/account-requests-words.ts";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import type { AccountRequestListed } from "#core/protocol/accounts.ts";

/** Everything the written application holds (A4), as label and text, in the order of the paper form. */
export function requestFacts(language: Language, listed: AccountRequestListed): readonly (readonly [string, string])[] {
  const words = accountRequestsWords[language];
  const shared = adminWords[language];
  const { request } = listed;
  return [
    [words.action, words.actions[request.action]],
    [words.accountName, request.accountName ?? words.accountNameHint],
    [words.kind, shared.accountKinds[request.kind]],
    [words.unit, listed.unitName],
    [words.level, shared.units[listed.level]],
    [words.permission, shared.permissions[request.permission]],
    [words.term, termText(language, request.term)],
    [words.holder, request.holder],
    [words.post, request.post === null ? shared.none : shared.posts[request.post]],
    [words.contact, request.contact],
    [words.requestedBy, listed.requestedBy],
    [words.requestedAt, sayInstant(listed.requestedAt)],
    [words.reason, request.reason],
  ];
}

function termText(language: Language, { kind, from, to }: AccountRequestListed["request"]["term"]): string {
  const { terms, termSpan } = accountsWords[language];
  return kind === "long-term" ? terms[kind] : `${terms[kind]} ${termSpan(from, to)}`;
}

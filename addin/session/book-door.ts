import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import { parseRosterSubject } from "#core/sheet/roster/roster-subject.ts";
import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { Language } from "#core/wording/language.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { ledgerWords } from "#addin/wording/ledger-words.ts";
import { rosterWords } from "#addin/wording/roster-words.ts";
import { drawnLedger, drawnRoster, type LoadedBook } from "./loaded-book.ts";

/** Where the books of a subject are loaded from and pushed to: a book says itself what it was asked for. */
export interface BookDoor {
  readonly load: (subject: string) => Promise<Answer<LoadedBook>>;
  readonly push: (subject: string, request: PushRequest) => Promise<Answer<PushAnswer>>;
}

/** @param language asked at each drawing, because the officer may change it. */
export function bookDoor(client: ServiceClient, language: () => Language): BookDoor {
  return {
    async load(subject) {
      const ask = parseRosterSubject(subject);
      return ask
        ? drawnRoster(await client.records.roster(ask), (view) => rosterBook(view, rosterWords(language())))
        : drawnLedger(await client.ledger(subject), (view) => ledgerBook(view, ledgerWords(language())));
    },
    push: (subject, request) =>
      parseRosterSubject(subject) ? client.records.push(request) : client.push(subject, request),
  };
}

import { isReportRecord } from "#core/report/key/report-key.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { parseRosterSubject } from "#core/sheet/roster/roster-subject.ts";
import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { Language } from "#core/wording/language.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import { ledgerWords } from "#addin/wording/ledger/ledger-words.ts";
import { drawnLedger, drawnReport, drawnRoster, type LoadedBook } from "./loaded-book.ts";

/** Where the books of a subject are loaded from and pushed to: a book says itself what it was asked for. */
export interface BookDoor {
  readonly load: (subject: string) => Promise<Answer<LoadedBook>>;
  readonly push: (subject: string, request: PushRequest) => Promise<Answer<PushAnswer>>;
}

/** @param language asked at each drawing, because the officer may change it. */
export function bookDoor(client: ServiceClient, language: () => Language): BookDoor {
  return {
    async load(subject) {
      if (isReportRecord(subject)) {
        const { loadReport, drawReport } = await import("../report/draw-report.ts");
        return drawnReport(await loadReport(client.transport, subject), (view) => drawReport(view, language()));
      }
      const ask = parseRosterSubject(subject);
      if (!ask) return drawnLedger(await client.ledger(subject), (view) => ledgerBook(view, ledgerWords(language())));
      const [answer, { drawRoster }] = await Promise.all([
        client.records.roster(ask),
        import("../roster/draw-roster.ts"),
      ]);
      return drawnRoster(answer, (view) => drawRoster(view, language()));
    },
    async push(subject, request) {
      if (isReportRecord(subject))
        return await (await import("../report/draw-report.ts")).pushReport(client.transport, request);
      return await (parseRosterSubject(subject) ? client.records.push(request) : client.push(subject, request));
    },
  };
}

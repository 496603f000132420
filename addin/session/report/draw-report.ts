/** Comes when the first annual report is opened: whoever keeps ledgers only never loads it. */
import { parseReportRecord } from "#core/report/key/report-key.ts";
import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Language } from "#core/wording/language.ts";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import { ReportClient } from "#addin/service-client/report-client.ts";
import type { Transport } from "#addin/service-client/transport.ts";
import { reportSheetWords } from "#addin/wording/report/report-sheet-words.ts";

export function drawReport(view: ReportView, language: Language): SheetBook {
  return reportBook(view, reportSheetWords(language));
}

export async function loadReport(transport: Transport, subject: string): Promise<Answer<ReportView>> {
  const ask = parseReportRecord(subject);
  return ask ? await new ReportClient(transport).view(ask) : { ok: false, refusal: { code: "not-found" } };
}

export async function pushReport(transport: Transport, request: PushRequest): Promise<Answer<PushAnswer>> {
  return await new ReportClient(transport).push(request);
}

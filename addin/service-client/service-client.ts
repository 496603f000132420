import type {
  CopyNew,
  Duty,
  EvidenceListed,
  HistoryEntry,
  LedgerList,
  LedgerListQuery,
  Notice,
  TalkEntry,
} from "#core/protocol/ledgers.ts";
import type { ImportAnswer, PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type { Me, ServiceIdentity, SignInAnswer } from "#core/protocol/session.ts";
import type { FairnessAnswer, StandingAnswer, StandingChoices, StandingQuery } from "#core/protocol/standings.ts";
import type { TemplateListed, TemplateView } from "#core/protocol/templates.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { Answer } from "./client-refusal.ts";
import { RecordsClient } from "./records-client.ts";
import { Transport, type ReceivedFile, type UploadOptions } from "./transport.ts";

export type OutputFormat = "xlsx" | "docx" | "zip";

/** The routes of the workbench as functions; ids are encoded here, so that no caller builds a path. */
export class ServiceClient {
  readonly transport: Transport;
  readonly records: RecordsClient;

  constructor(transport = new Transport()) {
    this.transport = transport;
    this.records = new RecordsClient(transport);
  }

  /** The token is used from here on and kept nowhere else. */
  async signIn(given: { readonly name: string; readonly password: string }): Promise<Answer<SignInAnswer>> {
    const answer = await this.transport.ask<SignInAnswer>("POST", "/session", { body: given });
    if (answer.ok) this.transport.useToken(answer.value.token);
    return answer;
  }

  async signOut(): Promise<void> {
    await this.transport.ask("DELETE", "/session");
    this.transport.useToken(null);
  }

  me = (): Promise<Answer<Me>> => this.transport.ask("GET", "/session");
  actFor = (postId: string): Promise<Answer<Me>> => this.transport.ask("POST", "/session/post", { body: { postId } });
  identity = (): Promise<Answer<ServiceIdentity>> => this.transport.ask("GET", "/service");
  duties = (): Promise<Answer<readonly Duty[]>> => this.transport.ask("GET", "/duties");
  notices = (): Promise<Answer<readonly Notice[]>> => this.transport.ask("GET", "/notices");
  readNotices = (ids: readonly string[]): Promise<Answer<undefined>> =>
    this.transport.ask("POST", "/notices/read", { body: { ids } });

  ledgers = (query: Partial<LedgerListQuery>): Promise<Answer<LedgerList>> =>
    this.transport.ask("GET", "/ledgers", { query });
  ledger = (id: string): Promise<Answer<LedgerView>> => this.transport.ask("GET", `/ledgers/${encodeURIComponent(id)}`);
  copyNew = (body: CopyNew): Promise<Answer<{ readonly ledgerId: string; readonly made: boolean }>> =>
    this.transport.ask("POST", "/ledgers", { body });
  removeLedger = (id: string): Promise<Answer<undefined>> =>
    this.transport.ask("DELETE", `/ledgers/${encodeURIComponent(id)}`);
  voidLedger = (id: string, reason: string): Promise<Answer<undefined>> =>
    this.transport.ask("POST", `/ledgers/${encodeURIComponent(id)}/void`, { body: { reason } });
  push = (id: string, body: PushRequest): Promise<Answer<PushAnswer>> =>
    this.transport.ask("POST", `/ledgers/${encodeURIComponent(id)}/push`, { body, timeoutMs: 60_000 });
  history = (
    id: string,
    query: { readonly record: string; readonly field?: string },
  ): Promise<Answer<readonly HistoryEntry[]>> =>
    this.transport.ask("GET", `/ledgers/${encodeURIComponent(id)}/history`, { query });
  output = (id: string, format: OutputFormat, reason: string): Promise<Answer<ReceivedFile>> =>
    this.transport.file("GET", `/ledgers/${encodeURIComponent(id)}/output/${format}`, { query: { reason } });
  importWorkbook = (id: string, file: Blob, dryRun: boolean): Promise<Answer<ImportAnswer>> =>
    this.transport.upload(`/ledgers/${encodeURIComponent(id)}/import?dryRun=${String(dryRun)}`, file);

  evidence = (id: string, item: string): Promise<Answer<readonly EvidenceListed[]>> =>
    this.transport.ask("GET", `${itemPath(id, item)}/evidence`);
  attach = (
    place: { readonly ledger: string; readonly item: string },
    file: File,
    options: UploadOptions,
  ): Promise<Answer<{ readonly id: string }>> =>
    this.transport.upload(`${itemPath(place.ledger, place.item)}/evidence`, file, {
      ...options,
      headers: { "x-file-name": encodeURIComponent(file.name) },
    });
  downloadEvidence = (evidence: string): Promise<Answer<ReceivedFile>> =>
    this.transport.file("GET", `/evidence/${encodeURIComponent(evidence)}`);
  previewEvidence = (evidence: string): Promise<Answer<ReceivedFile>> =>
    this.transport.file("GET", `/evidence/${encodeURIComponent(evidence)}/preview`);
  removeEvidence = (evidence: string): Promise<Answer<undefined>> =>
    this.transport.ask("DELETE", `/evidence/${encodeURIComponent(evidence)}`);
  talk = (id: string, item: string): Promise<Answer<readonly TalkEntry[]>> =>
    this.transport.ask("GET", `${itemPath(id, item)}/talk`);
  say = (place: { readonly ledger: string; readonly item: string }, text: string): Promise<Answer<undefined>> =>
    this.transport.ask("POST", `${itemPath(place.ledger, place.item)}/talk`, { body: { text } });

  templates = (query: {
    readonly search?: string;
    readonly year?: number;
  }): Promise<Answer<readonly TemplateListed[]>> => this.transport.ask("GET", "/templates", { query });
  template = (version: string): Promise<Answer<TemplateView>> =>
    this.transport.ask("GET", `/template-versions/${encodeURIComponent(version)}`);
  saveTemplate = (
    version: string,
    body: { readonly baseRevision: number; readonly body: unknown },
  ): Promise<Answer<TemplateView>> =>
    this.transport.ask("PUT", `/template-versions/${encodeURIComponent(version)}`, { body });
  publishTemplate = (version: string): Promise<Answer<unknown>> =>
    this.transport.ask("POST", `/template-versions/${encodeURIComponent(version)}/publish`);
  reviseTemplate = (version: string): Promise<Answer<{ readonly versionId: string }>> =>
    this.transport.ask("POST", `/template-versions/${encodeURIComponent(version)}/revise`);

  standingChoices = (): Promise<Answer<StandingChoices>> => this.transport.ask("GET", "/standings/choices");
  standing = (query: StandingQuery): Promise<Answer<StandingAnswer>> =>
    this.transport.ask("GET", "/standings", { query });
  fairness = (query: StandingQuery): Promise<Answer<FairnessAnswer>> =>
    this.transport.ask("GET", "/fairness", { query });
  publishStanding = (body: StandingQuery): Promise<Answer<unknown>> =>
    this.transport.ask("POST", "/standings/publication", { body });
  standingOutput = (
    { reason, ...query }: StandingQuery & { readonly reason: string },
    format: "xlsx" | "docx",
  ): Promise<Answer<ReceivedFile>> =>
    this.transport.file("GET", `/standings/output/${format}`, { query: { ...query, reason } });
}

function itemPath(ledger: string, item: string): string {
  return `/ledgers/${encodeURIComponent(ledger)}/items/${encodeURIComponent(item)}`;
}

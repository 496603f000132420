import type { PushAnswer, PushRequest } from "#core/protocol/push.ts";
import type {
  CompareView,
  ContrastView,
  DrillView,
  ReportCellCard,
  WhatIfView,
} from "#core/protocol/report/report-tracing.ts";
import type {
  GateView,
  MaterialsView,
  ReportOverview,
  ReportSetInfo,
  RollupView,
  SubmissionView,
} from "#core/protocol/report/reports.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import type { ReportAsk, ReportView } from "#core/sheet/report/report-view.ts";
import type { Answer } from "./client-refusal.ts";
import type { ReceivedFile, Transport } from "./transport.ts";

/** The first look after a start counts every record of the organisation. */
const LONG_MS = 180_000;

export interface DrillAsk {
  /** "2!C4" */
  readonly cell: string;
  /** A unit below the report's own; absent: all of the report. */
  readonly unit?: string | undefined;
}

export interface WhatIfAsk {
  /** "person:ID" */
  readonly record: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Bound to the handing-over that was looked at; without one to whichever is the latest. */
export interface Decision {
  readonly reason: string;
  readonly number?: number | undefined;
}

export interface GivenBack extends Decision {
  readonly remarks: readonly { readonly cell: string; readonly text: string }[];
}

export interface PointAnswer {
  readonly point: string;
  readonly text: string;
  readonly revision: number;
}

export interface OpeningAsk {
  /** They are of. */
  readonly year: number;
  readonly reason: string;
  /** Mark of what stood there when it was looked at. */
  readonly base: string;
  readonly dryRun: boolean;
}

/** Annual reports: a report is a form, a unit and a reporting date. */
export class ReportClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  sets = (): Promise<Answer<readonly ReportSetInfo[]>> => this.#transport.ask("GET", "/reports/sets");
  overview = ({ setId, unitId, on }: ReportAsk): Promise<Answer<ReportOverview>> =>
    this.#transport.ask("GET", "/reports/overview", { query: { set: setId, unit: unitId, on }, timeoutMs: LONG_MS });

  view = (ask: ReportAsk): Promise<Answer<ReportView>> => this.#read(ask, "");
  push = (body: PushRequest): Promise<Answer<PushAnswer>> =>
    this.#transport.ask("POST", "/reports/push", { body, timeoutMs: LONG_MS });
  cell = (ask: ReportAsk, cell: string): Promise<Answer<ReportCellCard>> => this.#read(ask, "/cell", { cell });

  drill = (ask: ReportAsk, query: DrillAsk): Promise<Answer<DrillView>> => this.#read(ask, "/drill", query);
  contrast = (ask: ReportAsk, first: string, second: string): Promise<Answer<ContrastView>> =>
    this.#read(ask, "/contrast", { first, second });
  whatIf = (ask: ReportAsk, body: WhatIfAsk): Promise<Answer<WhatIfView>> => this.#do(ask, "/what-if", body);
  compare = (ask: ReportAsk, year: number): Promise<Answer<CompareView>> => this.#read(ask, "/compare", { year });

  explain = (
    ask: ReportAsk,
    body: { readonly check: string; readonly line: string; readonly text: string },
  ): Promise<Answer<unknown>> => this.#do(ask, "/explain", body);
  exempt = (ask: ReportAsk, body: { readonly check: string; readonly reason: string }): Promise<Answer<unknown>> =>
    this.#do(ask, "/exempt", body);
  unexempt = (ask: ReportAsk, check: string): Promise<Answer<unknown>> =>
    this.#transport.ask("DELETE", `${reportPath(ask)}/exempt`, { query: { check } });
  /** Last year's numbers of another system in a workbook of the form (R14); with `dryRun` it is only shown what would be loaded. */
  openingBook = (ask: ReportAsk, file: File, of: OpeningAsk): Promise<Answer<OpeningAnswer>> => {
    const query = new URLSearchParams({ ...of, year: String(of.year), dryRun: String(of.dryRun) });
    return this.#transport.upload(`${reportPath(ask)}/opening/book?${query.toString()}`, file);
  };
  /** An empty workbook of the form for that year's figures (R14). */
  openingForm = (ask: ReportAsk, year: number, reason: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", `${reportPath(ask)}/opening/book`, { query: { year, reason } });

  gate = (ask: ReportAsk): Promise<Answer<GateView>> => this.#read(ask, "/gate");
  submission = (ask: ReportAsk): Promise<Answer<SubmissionView>> => this.#read(ask, "/submission");
  /** Sent twice with one key it is submitted once. */
  submit = (ask: ReportAsk, key: string): Promise<Answer<unknown>> => this.#do(ask, "/submit", { key });
  withdraw = (ask: ReportAsk, body: Decision): Promise<Answer<unknown>> => this.#do(ask, "/withdraw", body);
  accept = (ask: ReportAsk, body: Decision): Promise<Answer<unknown>> => this.#do(ask, "/accept", body);
  unlock = (ask: ReportAsk, body: Decision): Promise<Answer<unknown>> => this.#do(ask, "/unlock", body);
  giveBack = (ask: ReportAsk, body: GivenBack): Promise<Answer<unknown>> => this.#do(ask, "/return", body);
  printed = (ask: ReportAsk, on: string): Promise<Answer<unknown>> => this.#do(ask, "/printed", { on });
  rollup = (ask: ReportAsk): Promise<Answer<RollupView>> => this.#read(ask, "/rollup");

  materials = (ask: ReportAsk): Promise<Answer<MaterialsView>> => this.#read(ask, "/materials");
  answer = (ask: ReportAsk, body: PointAnswer): Promise<Answer<unknown>> =>
    this.#transport.ask("PUT", `${reportPath(ask)}/answers`, { body });
  /** One of the two materials as a document; the reason is logged (A13). */
  materialFile = (ask: ReportAsk, kind: "points" | "lists", reason: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", `${reportPath(ask)}/materials/${kind}`, { query: { reason } });
  /** The whole set as a workbook; the reason is logged (A13). */
  bookFile = (ask: ReportAsk, reason: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", `${reportPath(ask)}/output`, { query: { reason } });

  findingsFile = (ask: ReportAsk, reason: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", `${reportPath(ask)}/output/findings`, { query: { reason } });
  comparisonFile = (ask: ReportAsk, year: number, reason: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", `${reportPath(ask)}/output/comparison`, { query: { reason, year } });

  /** A workbook of this report that was filled elsewhere (W7); with `dryRun` it is only shown what would change. */
  importBook = (ask: ReportAsk, file: File, dryRun: boolean): Promise<Answer<ReportImportAnswer>> =>
    this.#transport.upload(`${reportPath(ask)}/import?dryRun=${String(dryRun)}`, file);

  #read<T>(ask: ReportAsk, what: string, query: object = {}): Promise<Answer<T>> {
    return this.#transport.ask("GET", reportPath(ask) + what, { query, timeoutMs: LONG_MS });
  }

  #do<T>(ask: ReportAsk, what: string, body: unknown): Promise<Answer<T>> {
    return this.#transport.ask("POST", reportPath(ask) + what, { body, timeoutMs: LONG_MS });
  }
}

function reportPath({ setId, unitId, on }: ReportAsk): string {
  return `/reports/${[setId, unitId, on].map(encodeURIComponent).join("/")}`;
}

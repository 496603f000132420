import type { AskAnswer, QuestionView, SaveQuestion } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import type { Answer } from "./client-refusal.ts";
import type { ReceivedFile, Transport } from "./transport.ts";

/** People and a condition, counted by no, one or two fields; empty texts are left out. */
export interface QuestionAsked {
  readonly unit: string;
  readonly on: string | null;
  readonly condition: string;
  readonly rows: string;
  readonly columns: string;
  readonly language: Language;
}

const LONG_MS = 180_000;

/** 统计分析 (M22): questions that are asked, saved and exported. */
export class QuestionsClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  ask = (asked: QuestionAsked): Promise<Answer<AskAnswer>> =>
    this.#transport.ask("GET", "/records/questions/answer", { query: queryOf(asked), timeoutMs: LONG_MS });
  output = (asked: QuestionAsked, reason: string): Promise<Answer<ReceivedFile>> =>
    this.#transport.file("GET", "/records/questions/output", {
      query: { ...queryOf(asked), reason },
      timeoutMs: LONG_MS,
    });
  saved = (unit: string): Promise<Answer<readonly QuestionView[]>> =>
    this.#transport.ask("GET", "/records/questions", { query: { unit } });
  save = (body: SaveQuestion): Promise<Answer<QuestionView>> =>
    this.#transport.ask("POST", "/records/questions", { body });
  remove = (id: string): Promise<Answer<undefined>> =>
    this.#transport.ask("DELETE", `/records/questions/${encodeURIComponent(id)}`);
}

function queryOf({ unit, on, condition, rows, columns, language }: QuestionAsked) {
  const optional = { on, rows: rows === "" ? null : rows, columns: columns === "" ? null : columns };
  return { unit, condition, language, ...optional };
}

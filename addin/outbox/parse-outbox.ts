/** Reads what stands in a desk's storage, where anybody may have written: good entries are kept, the rest is told. */
import type { Outcome, PushAnswer, PushEdit } from "#core/protocol/push.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

export interface StoredOutbox {
  readonly format: 1;
  readonly entries: readonly OutboxEntry[];
}

export interface ParsedOutbox {
  readonly outbox: StoredOutbox;
  /** Something in the text was no entry of ours. */
  readonly isDamaged: boolean;
}

export const EMPTY_OUTBOX: StoredOutbox = { format: 1, entries: [] };
const DAMAGED: ParsedOutbox = { outbox: EMPTY_OUTBOX, isDamaged: true };

export function parseOutbox(text: string): ParsedOutbox {
  const stored = parseJson(text);
  if (!isRecord(stored) || stored["format"] !== 1 || !Array.isArray(stored["entries"])) return DAMAGED;
  const found: readonly unknown[] = stored["entries"];
  const entries = found.filter(isEntry);
  return { outbox: { format: 1, entries }, isDamaged: entries.length < found.length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const TEXTS = ["key", "service", "accountId", "accountName", "ledger", "title"] as const;
const COUNTS = ["queuedAt", "tries", "version"] as const;

function isEntry(value: unknown): value is OutboxEntry {
  if (!isRecord(value) || !TEXTS.every((name) => typeof value[name] === "string")) return false;
  if (!COUNTS.every((name) => isCount(value[name])) || !isTextOrNull(value["post"])) return false;
  const { edits, answer } = value;
  if (!Array.isArray(edits) || edits.length === 0 || !edits.every(isEdit)) return false;
  if (!isRefusalOrNull(value["lastRefusal"]) || !isRefusalOrNull(value["setAside"])) return false;
  return answer === null || isAnswer(answer, edits.length);
}

function isEdit(value: unknown): value is PushEdit {
  if (!isRecord(value) || typeof value["record"] !== "string" || typeof value["field"] !== "string") return false;
  const { baseRevision, value: typed, reason, acknowledged, place } = value;
  return (
    isCount(baseRevision) &&
    (typed === null || ["string", "number", "boolean"].includes(typeof typed)) &&
    (reason === undefined || typeof reason === "string") &&
    (acknowledged === undefined || typeof acknowledged === "boolean") &&
    (place === undefined || isPlace(place))
  );
}

function isPlace(value: unknown): boolean {
  return isRecord(value) && typeof value["sheet"] === "string" && typeof value["address"] === "string";
}

function isAnswer(value: unknown, edits: number): value is PushAnswer {
  if (!isRecord(value) || !isCount(value["change"]) || !Array.isArray(value["outcomes"])) return false;
  return value["outcomes"].length === edits && value["outcomes"].every(isOutcome);
}

function isOutcome(value: unknown): value is Outcome {
  if (!isRecord(value)) return false;
  const { result, revision, refusal, theirs, who, at } = value;
  if (result === "refused") return isRefusal(refusal);
  if (!isCount(revision)) return false;
  if (result === "conflict") return isTextOrNull(theirs) && typeof who === "string" && typeof at === "string";
  return result === "accepted" || result === "unchanged";
}

function isRefusalOrNull(value: unknown): boolean {
  return value === null || isRefusal(value);
}

function isRefusal(value: unknown): boolean {
  return isRecord(value) && typeof value["code"] === "string";
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

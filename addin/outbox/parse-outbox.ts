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

type Check = (value: unknown) => boolean;

/** A record whose fields all pass; what is not named is left out of account. */
function isShaped(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  return isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]));
}

function isEntry(value: unknown): value is OutboxEntry {
  return isShaped(value, ENTRY) && isAnswerOf(value as OutboxEntry);
}

function isAnswerOf({ edits, answer }: OutboxEntry): boolean {
  return answer === null || isShaped(answer, { ...ANSWER, outcomes: isListOf(isOutcome, edits.length) });
}

function isOutcome(value: unknown): value is Outcome {
  const shape = isRecord(value) ? OUTCOMES[String(value["result"])] : undefined;
  return shape !== undefined && isShaped(value, shape);
}

function isListOf(check: Check, length?: number): Check {
  return (value) =>
    Array.isArray(value) && value.length > 0 && (length ?? value.length) === value.length && value.every(check);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

function isTyped(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isOptional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function isRefusal(value: unknown): boolean {
  return isShaped(value, { code: isText });
}

function isRefusalOrNull(value: unknown): boolean {
  return value === null || isRefusal(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const PLACE = { sheet: isText, address: isText };
const EDIT = {
  ...{ record: isText, field: isText, baseRevision: isCount, value: isTyped },
  ...{ reason: isOptional(isText), acknowledged: isOptional((value) => typeof value === "boolean") },
  place: isOptional((value) => isShaped(value, PLACE)),
} satisfies Readonly<Record<keyof PushEdit, Check>>;
const ANSWER = { change: isCount } satisfies Readonly<Partial<Record<keyof PushAnswer, Check>>>;
const OUTCOMES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  accepted: { revision: isCount },
  unchanged: { revision: isCount },
  refused: { refusal: isRefusal },
  conflict: { theirs: isTextOrNull, revision: isCount, who: isText, at: isText },
};
const ENTRY = {
  ...{ key: isText, service: isText, accountId: isText, accountName: isText, post: isTextOrNull },
  ...{ ledger: isText, title: isText, edits: isListOf((value) => isShaped(value, EDIT)) },
  ...{ queuedAt: isCount, tries: isCount, version: isCount },
  ...{ lastRefusal: isRefusalOrNull, setAside: isRefusalOrNull },
  answer: (value) => value === null || isRecord(value),
} satisfies Readonly<Record<keyof OutboxEntry, Check>>;

import { readFile, stat } from "node:fs/promises";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { INTAKE_LIMITS, type IntakeLimits } from "./intake-limits.ts";
import type { IntakeMode } from "./read-archive.ts";
import { runChild } from "./run-child.ts";
import { unpackBook, type ChildAnswer } from "./transfer.ts";

export interface IntakeOptions {
  /** Counted from when the reader is up, so that starting it and reading together stay within two seconds (W7). */
  readonly milliseconds?: number;
  readonly heapMegabytes?: number;
  readonly limits?: Partial<IntakeLimits>;
}

const VERDICT_MS = 1_500;
const HEAP_MB = 256;

/**
 * The one way a workbook from outside comes in.
 * @param source the bytes, or the path of a file
 */
export async function readWorkbook(
  source: Uint8Array | string,
  options: IntakeOptions = {},
): Promise<Result<BookReading, IntakeRefusal>> {
  const answer = await readGuarded(source, "workbook", options);
  if (!answer.ok) return answer;
  return answer.value.kind === "workbook"
    ? ok(unpackBook(answer.value))
    : refuse({ code: "workbook-not-xlsx", found: "word" });
}

/** Paragraphs of a .docx, through the same guard. */
export async function readWordText(
  source: Uint8Array | string,
  options: IntakeOptions = {},
): Promise<Result<readonly string[], IntakeRefusal>> {
  const answer = await readGuarded(source, "word", options);
  if (!answer.ok) return answer;
  return answer.value.kind === "word"
    ? ok(answer.value.paragraphs)
    : refuse({ code: "workbook-not-xlsx", found: "unknown" });
}

async function readGuarded(
  source: Uint8Array | string,
  mode: IntakeMode,
  options: IntakeOptions,
): Promise<ChildAnswer> {
  const limits = { ...INTAKE_LIMITS, ...options.limits };
  const size = typeof source === "string" ? (await stat(source)).size : source.length;
  if (size > limits.fileBytes)
    return refuse({ code: "workbook-too-big", what: "file", found: size, most: limits.fileBytes });
  const bytes = typeof source === "string" ? await readFile(source) : source;
  return await runChild(bytes, {
    mode,
    limits,
    milliseconds: options.milliseconds ?? VERDICT_MS,
    heapMegabytes: options.heapMegabytes ?? HEAP_MB,
  });
}

import { readFile, stat } from "node:fs/promises";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import type { Allowed } from "./deadline.ts";
import { INTAKE_LIMITS, type IntakeLimits } from "./intake-limits.ts";
import type { IntakeMode } from "./read-archive.ts";
import { runChild, type Guard } from "./run-child.ts";
import { unpackBook, type ChildAnswer } from "./transfer.ts";

export interface IntakeOptions {
  /** Counted from when the reader is up. */
  readonly milliseconds?: number;
  readonly heapMegabytes?: number;
  readonly limits?: Partial<IntakeLimits>;
}

/** Work after which reading stops; with starting the reader it stays within two seconds (W7). */
const WORK_MS = 1_500;
/** Only a reader that hangs gets here: on a busy machine work takes its time, so its own work counts and hardly the clock. */
const HANGS: Allowed = { workMs: 6_000, milliseconds: 60_000 };
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
  const bytes = await loadWithin(source, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const task = { mode, workMs: options.milliseconds ?? WORK_MS, limits, bytes: bytes.value.length };
  return await runChild(bytes.value, task, guardOf(options));
}

export function guardOf(options: IntakeOptions): Guard {
  const allowed = options.milliseconds === undefined ? HANGS : { milliseconds: options.milliseconds };
  return { ...allowed, heapMegabytes: options.heapMegabytes ?? HEAP_MB };
}

/** @param source the bytes, or the path of a file, which is not read when it is too big */
export async function loadWithin(
  source: Uint8Array | string,
  most: number,
): Promise<Result<Uint8Array, IntakeRefusal>> {
  const found = typeof source === "string" ? (await stat(source)).size : source.length;
  if (found > most) return refuse({ code: "workbook-too-big", what: "file", found, most });
  return ok(typeof source === "string" ? await readFile(source) : source);
}

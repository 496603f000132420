import type { Result } from "#core/kernel/result.ts";
import type { SeenWorkbook } from "#core/intake/seen-workbook.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import { FOREIGN_LIMITS } from "../intake-limits.ts";
import { guardOf, loadWithin, type IntakeOptions } from "../read-workbook.ts";
import { runChild } from "../run-child.ts";

/** Work after which a verdict is given on what was seen so far; with starting the reader it stays within two seconds. */
const WORK_MS = 1_100;

/**
 * The verdict on a foreign workbook of any size within two seconds (W8): accepted with what is in it, or one clear reason.
 * @param source the bytes, or the path of a file
 */
export async function inspectWorkbook(
  source: Uint8Array | string,
  options: IntakeOptions = {},
): Promise<Result<SeenWorkbook, IntakeRefusal>> {
  const limits = { ...FOREIGN_LIMITS, ...options.limits };
  const bytes = await loadWithin(source, limits.fileBytes);
  if (!bytes.ok) return bytes;
  const task = { mode: "inspect", workMs: WORK_MS, limits, bytes: bytes.value.length } as const;
  return await runChild(bytes.value, task, guardOf(options));
}

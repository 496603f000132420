import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { SheetResults } from "#service/ports/workbooks.ts";
import { FOREIGN_LIMITS } from "../intake-limits.ts";
import { guardOf, loadWithin, type IntakeOptions } from "../read-workbook.ts";
import { runChild } from "../run-child.ts";
import type { PackedResults } from "./add-results.ts";

/** Four million cells are read and written again within that, many times over. */
const EDIT_MS = 120_000;

/**
 * The officer's own file with one column more, or with the one of his last import written anew: what became of each row.
 * Everything else in it stays as it was, byte for byte.
 * @param content a workbook that was accepted
 */
export async function writeResultColumn(
  content: Uint8Array,
  results: readonly SheetResults[],
  options: IntakeOptions = {},
): Promise<Result<Uint8Array, IntakeRefusal>> {
  const limits = { ...FOREIGN_LIMITS, ...options.limits, answerBytes: FOREIGN_LIMITS.fileBytes * 2 };
  const loaded = await loadWithin(content, limits.fileBytes);
  if (!loaded.ok) return loaded;
  const packed = results.map((result): PackedResults => ({ ...result, texts: [...result.texts] }));
  const told = Buffer.from(JSON.stringify(packed));
  const task = { mode: "results", limits, bytes: content.length + told.length, fileBytes: content.length } as const;
  const answer = await runChild<string>(
    Buffer.concat([content, told]),
    task,
    guardOf({ milliseconds: EDIT_MS, ...options }),
  );
  return answer.ok ? ok(Buffer.from(answer.value, "base64")) : refuse(answer.refusal);
}

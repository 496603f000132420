import { readFile, stat } from "node:fs/promises";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";

/** A file from outside, at most `mostBytes` of it. @throws the system's error when it is missing or unreadable */
export async function readInput(file: string, mostBytes: number): Promise<Result<Uint8Array, IntakeRefusal>> {
  const { size } = await stat(file);
  if (size > mostBytes) return refuse({ code: "workbook-too-big", what: "file-bytes", found: size, most: mostBytes });
  return ok(await readFile(file));
}

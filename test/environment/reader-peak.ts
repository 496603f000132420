import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readerCommand, type ChildTask } from "#service/workbook/intake/run-child.ts";

const HOOK = fileURLToPath(new URL("./say-peak.ts", import.meta.url));
const HEAP_MB = 256;

/** Runs the service's own reader as the service does, and tells how much memory its process took at most. */
export function readerPeak(
  bytes: Uint8Array,
  task: ChildTask,
): { readonly answer: string; readonly megabytes: number } {
  const { program, args, env, cwd } = readerCommand(task, HEAP_MB);
  const child = spawnSync(program, ["--allow-fs-read=/proc/*", `--import=${HOOK}`, ...args], {
    input: bytes,
    env,
    cwd,
    maxBuffer: 2 * task.limits.contentBytes,
  });
  return { answer: child.stdout.toString(), megabytes: Number(child.stderr.toString()) / 1_024 };
}

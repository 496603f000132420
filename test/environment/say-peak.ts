/** Loaded before a program: when it ends it says on standard error how much memory it took at most, in kilobytes. */
import { existsSync, readFileSync, writeSync } from "node:fs";

process.once("exit", () => writeSync(2, String(highestResident())));

/**
 * Linux hands a parent's own peak down as the child's `maxRSS`: a reader started from a test run of half a gigabyte
 * "took" half a gigabyte. What its memory map says is its own.
 */
function highestResident(): number {
  const ours = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(ours) ?? [];
  return kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes);
}

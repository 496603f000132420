import { readFileSync } from "node:fs";

/** Of every Linux that Node runs on. */
const MILLISECONDS_A_TICK = 10;
/** User and system time, counted from the field after the name. */
const USER = 11;
const SYSTEM = 12;

/** How long another process has worked, in milliseconds; undefined where the system does not tell, or the process is gone. */
export function processorTime(pid: number): number | undefined {
  const fields = statOf(pid)?.split(" ") ?? [];
  const ticks = Number(fields[USER]) + Number(fields[SYSTEM]);
  return Number.isFinite(ticks) ? ticks * MILLISECONDS_A_TICK : undefined;
}

/** The name stands in brackets and may hold anything. */
function statOf(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${String(pid)}/stat`, "latin1");
    return line.slice(line.lastIndexOf(")") + 2);
  } catch {
    return undefined;
  }
}

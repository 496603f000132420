import { millisecondsOf, type Instant } from "#core/kernel/instant.ts";

const SHANGHAI_MS = 8 * 3_600_000;

/** "2026-11-21 16:05" in Asia/Shanghai: offices file by this form in both languages, and it sorts. */
export function sayInstant(instant: string): string {
  const local = new Date(millisecondsOf(instant as Instant) + SHANGHAI_MS).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

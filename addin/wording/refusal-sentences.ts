import type { AnyRefusal, RefusalCode } from "#core/protocol/refusal.ts";

/** A sentence for every code there is: a new code does not compile until both languages have it. */
export type RefusalSentences = {
  readonly [Code in RefusalCode]: (refusal: Extract<AnyRefusal, { readonly code: Code }>) => string;
};

/** "2026-11-21 16:05" in Asia/Shanghai. */
export function clockTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

export function megabytes(bytes: number): string {
  return `${String(Math.round((bytes / 1_048_576) * 10) / 10)} MB`;
}

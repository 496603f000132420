import type { AnyRefusal, RefusalCode } from "#core/protocol/refusal.ts";

/** A sentence for every code there is: a new code does not compile until both languages have it. */
export type RefusalSentences = {
  readonly [Code in RefusalCode]: (refusal: Extract<AnyRefusal, { readonly code: Code }>) => string;
};

export function megabytes(bytes: number): string {
  return `${String(Math.round((bytes / 1_048_576) * 10) / 10)} MB`;
}

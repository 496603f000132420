/** A use case or rule answers with a value or with a refusal; it throws only on a bug. */
export type Result<T, R extends { readonly code: string }> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<R extends { readonly code: string }>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

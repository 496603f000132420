const LONG_NUMBER = /[0-9０-９]{7,}[Xx]?/gu;

/** A refusal that is kept or shown must not hold an ID number or a phone that was pasted one column too far (A12). */
export function withoutNumbers<R extends { readonly code: string }>(refusal: R): R {
  if (!("given" in refusal) || typeof refusal.given !== "string") return refusal;
  return { ...refusal, given: refusal.given.replaceAll(LONG_NUMBER, (digits) => `${digits.slice(0, 3)}…`) };
}

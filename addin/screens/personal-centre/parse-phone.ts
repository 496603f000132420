/** Mainland mobile number as people type it: full width, spaces, dashes, +86. @returns undefined for anything else. */
export function parsePhone(text: string): string | undefined {
  const digits = text
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^(?:\+|00)86/, "");
  return /^1\d{10}$/.test(digits) ? digits : undefined;
}

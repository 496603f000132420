/** One form for every way a name is typed: full-width letters, capitals, blanks around it. */
export function normaliseAccountName(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}

/** Fills "{name}" in a wording; an unknown name is a bug of the wording table and stays visible. */
export function fillWords(wording: string, facts: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (blank, name: string) => String(facts[name] ?? blank));
}

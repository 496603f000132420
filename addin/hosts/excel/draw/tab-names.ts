/** Of a tab, in characters. */
export const LONGEST_NAME = 31;

/** The officer's own tabs keep their names; ours gets a number behind it. */
export function freeTabName(wanted: string, taken: ReadonlySet<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const name = `${wanted.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

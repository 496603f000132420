/**
 * Tells rows (or columns) of a worksheet from each other by their keys. Layout keys such as "#section" stand in many rows:
 * such a row is known by the next row that has a key of its own.
 */
export interface LineIdentities {
  readonly standing: readonly (string | null)[];
  readonly wanted: readonly string[];
}

/**
 * @param standing keys as they stand; "" where there is none
 * @param isOurs could this key have been drawn? Others belong to the officer, as do copies of a row: null
 */
export function lineIdentities(
  standing: readonly string[],
  wanted: readonly string[],
  isOurs: (key: string) => boolean,
): LineIdentities {
  const shared = new Set([...repeated(standing), ...repeated(wanted)].filter((key) => key.startsWith("#")));
  const known = new Set(wanted);
  const ours = standing.map((key) => (key !== "" && (known.has(key) || isOurs(key)) ? key : ""));
  return { standing: identities(ours, shared), wanted: identities(wanted, shared).map((identity) => identity ?? "") };
}

function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => key !== "" && (seen.has(key) || !seen.add(key)));
}

function identities(keys: readonly string[], shared: ReadonlySet<string>): readonly (string | null)[] {
  const found: (string | null)[] = [];
  const taken = new Set<string>();
  const firsts = new Map<string, number>();
  keys.forEach((key, at) => {
    if (!firsts.has(key)) firsts.set(key, at);
  });
  let next = "";
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const key = keys[at] ?? "";
    if (key === "" || (!shared.has(key) && firsts.get(key) !== at)) found.push(null);
    else if (!shared.has(key)) found.push((next = key));
    else {
      let nth = 0;
      while (taken.has(`${key}>${next}>${nth}`)) nth += 1;
      const identity = `${key}>${next}>${nth}`;
      taken.add(identity);
      found.push(identity);
    }
  }
  return found.reverse();
}

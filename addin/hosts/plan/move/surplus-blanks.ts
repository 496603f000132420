import { runsOf, type LineRun } from "./line-steps.ts";

/**
 * Lines without a key that stand now and did not before, told by the keyed lines around them; only blank ones, because
 * anything else is the officer's.
 * @returns from the last to the first, so that deleting one leaves the others where they are
 */
export function surplusBlanks(
  before: readonly string[],
  now: readonly string[],
  isBlank: (line: number) => boolean,
): readonly LineRun[] {
  const anchors = new Set(before.filter((key) => key !== "" && now.includes(key)));
  const had = gaps(before, anchors);
  const surplus = [...gaps(now, anchors)].flatMap(([anchor, lines]) => {
    const more = lines.length - (had.get(anchor)?.length ?? 0);
    return more <= 0 ? [] : lines.filter(isBlank).slice(0, more);
  });
  return runsOf(surplus).toReversed();
}

/** Keyless lines by the keyed line before them. */
function gaps(keys: readonly string[], anchors: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const seen = new Map<string, number>();
  let anchor = "";
  keys.forEach((key, at) => {
    if (anchors.has(key)) {
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      anchor = `${key}#${nth}`;
    } else if (key === "") found.set(anchor, [...(found.get(anchor) ?? []), at]);
  });
  return found;
}

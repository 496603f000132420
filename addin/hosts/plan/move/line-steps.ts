import type { LineIdentities } from "./line-identity.ts";

/** Lines next to each other: rows or columns. Physical, 0-based. */
export interface LineRun {
  readonly at: number;
  readonly count: number;
}

/**
 * How the lines of a worksheet become those of a plan: first come the new ones, beside their neighbours, last go the gone ones,
 * so that nothing is lost before everything else worked. The officer's order and his own lines stay.
 */
export interface LineSteps {
  /** Each where it stands once those before it came; ascending. */
  readonly inserts: readonly LineRun[];
  /** Counted with the new lines and with all gone ones still there; descending. */
  readonly deletes: readonly LineRun[];
  /** Of the plan's lines, while the gone ones still stand. */
  readonly places: readonly number[];
  /** Where each plan line stood before; null: it is new. */
  readonly before: readonly (number | null)[];
  /** Where each standing line stands once the new ones came. */
  readonly moved: readonly number[];
}

/** @param from lines before this one are never ours: the key row or the key column, and what stands before it */
export function lineSteps({ standing, wanted }: LineIdentities, from: number): LineSteps {
  const stood = new Map<string, number>();
  standing.forEach((identity, at) => {
    if (identity !== null && at >= from) stood.set(identity, at);
  });
  const following = newLinesAfter(wanted, stood, from);
  const moved: number[] = [];
  const placeOf = new Map<string, number>();
  const inserts: LineRun[] = [];
  let place = 0;
  for (let at = -1; at < Math.max(standing.length, from); at += 1) {
    if (at >= 0) {
      const identity = standing[at];
      if (identity !== undefined && identity !== null && at >= from) placeOf.set(identity, place);
      moved.push(place);
      place += 1;
    }
    const fresh = following.get(at) ?? [];
    // Behind the last line there is room enough.
    if (fresh.length > 0 && at < standing.length - 1) inserts.push({ at: place, count: fresh.length });
    for (const identity of fresh) placeOf.set(identity, place++);
  }
  const known = new Set(wanted);
  const gone = [...stood].flatMap(([identity, at]) => (known.has(identity) ? [] : [moved[at] ?? at]));
  return {
    inserts,
    deletes: runsOf(gone).toReversed(),
    places: wanted.map((identity) => placeOf.get(identity) ?? -1),
    before: wanted.map((identity) => stood.get(identity) ?? null),
    moved,
  };
}

/** New lines by the standing line that they come behind: that of the wanted line before them, else just before the next one. */
function newLinesAfter(
  wanted: readonly string[],
  stood: ReadonlyMap<string, number>,
  from: number,
): ReadonlyMap<number, readonly string[]> {
  const following = new Map<number, string[]>();
  const firstKept = wanted.map((identity) => stood.get(identity)).find((at) => at !== undefined);
  let behind = firstKept === undefined ? from - 1 : firstKept - 1;
  for (const identity of wanted) {
    const at = stood.get(identity);
    if (at !== undefined) behind = at;
    else following.set(behind, [...(following.get(behind) ?? []), identity]);
  }
  return following;
}

export function runsOf(lines: readonly number[]): readonly LineRun[] {
  const runs: { at: number; count: number }[] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.at + last.count === line) last.count += 1;
    else runs.push({ at: line, count: 1 });
  }
  return runs;
}

/** One heading of nested ones: from which line to which it stands, how deep, and whether lines end with it. */
export interface NestedSpan {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly isLeaf: boolean;
  readonly text: string;
}

/** Lines below each other that share the beginning of their path have one heading for it; the end of a path is each line's own. */
export function nestedSpans(paths: readonly (readonly string[])[]): readonly NestedSpan[] {
  const depth = Math.max(0, ...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => spansOf(paths, level)).flat();
}

function spansOf(paths: readonly (readonly string[])[], level: number): readonly NestedSpan[] {
  const spans: NestedSpan[] = [];
  for (const [index, path] of paths.entries()) {
    const text = path[level];
    if (text === undefined) continue;
    const last = spans.at(-1);
    if (last?.to === index - 1 && isShared(paths[last.from] ?? [], path, level)) {
      spans[spans.length - 1] = { ...last, to: index };
    } else {
      spans.push({ from: index, to: index, level, isLeaf: path.length === level + 1, text });
    }
  }
  return spans;
}

/** The same until here, and both go on below. */
function isShared(a: readonly string[], b: readonly string[], level: number): boolean {
  const goOn = a.length > level + 1 && b.length > level + 1;
  return goOn && a.slice(0, level + 1).every((part, at) => part === b[at]);
}

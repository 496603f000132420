import type { Corner, Reference } from "./references.ts";
import type { Rect } from "./rect.ts";

export type Axis = "row" | "column";

/** Rows or columns that came, went or moved; positions are 0-based. */
export type LineChange =
  | { readonly type: "insert"; readonly axis: Axis; readonly at: number; readonly count: number }
  | { readonly type: "delete"; readonly axis: Axis; readonly at: number; readonly count: number }
  /** The lines from..from+count-1 stand before the line that was at `to`. */
  | { readonly type: "move"; readonly axis: Axis; readonly from: number; readonly count: number; readonly to: number };

/** Where a line stands afterwards; undefined: deleted. */
export function lineAfter(change: LineChange, line: number): number | undefined {
  switch (change.type) {
    case "insert":
      return line >= change.at ? line + change.count : line;
    case "delete":
      if (line < change.at) return line;
      return line < change.at + change.count ? undefined : line - change.count;
    case "move":
      return movedLine(change, line);
  }
}

function movedLine({ from, count, to }: { from: number; count: number; to: number }, line: number): number {
  const target = to > from ? to - count : to;
  if (line >= from && line < from + count) return target + line - from;
  const without = line >= from + count ? line - count : line;
  return without >= target ? without + count : without;
}

/** A span of lines afterwards: it shrinks with deleted ends; undefined: nothing of it is left. */
export function spanAfter(change: LineChange, span: readonly [number, number]): readonly [number, number] | undefined {
  if (change.type === "delete") return shrunk(change, span);
  const [a = 0, b = 0] = span.map((line) => lineAfter(change, line));
  return [Math.min(a, b), Math.max(a, b)];
}

function shrunk(
  change: Extract<LineChange, { type: "delete" }>,
  [first, last]: readonly [number, number],
): readonly [number, number] | undefined {
  const from = lineAfter(change, first) ?? change.at;
  const to = lineAfter(change, last) ?? change.at - 1;
  return from > to ? undefined : [from, to];
}

/** @returns undefined when the block is gone. */
export function rectAfter(change: LineChange, rect: Rect): Rect | undefined {
  if (change.axis === "row") {
    const span = spanAfter(change, [rect.top, rect.bottom]);
    return span && { ...rect, top: span[0], bottom: span[1] };
  }
  const span = spanAfter(change, [rect.left, rect.right]);
  return span && { ...rect, left: span[0], right: span[1] };
}

/** @returns the same object when nothing moved, undefined for #REF!. */
export function referenceAfter(change: LineChange, reference: Reference): Reference | undefined {
  const last = reference.last ?? reference.first;
  const span = spanAfter(change, [reference.first[change.axis], last[change.axis]]);
  if (!span) return undefined;
  if (span[0] === reference.first[change.axis] && span[1] === last[change.axis]) return reference;
  return {
    ...reference,
    first: movedCorner(reference.first, change.axis, span[0]),
    ...(reference.last === undefined ? {} : { last: movedCorner(reference.last, change.axis, span[1]) }),
  };
}

function movedCorner(corner: Corner, axis: Axis, line: number): Corner {
  return axis === "row" ? { ...corner, row: line } : { ...corner, column: line };
}

/** Does the change to an array of lines that the reference change describes. */
export function changeLines<T>(lines: T[], change: LineChange, fresh: () => T): void {
  switch (change.type) {
    case "insert":
      if (change.at < lines.length) lines.splice(change.at, 0, ...Array.from({ length: change.count }, fresh));
      return;
    case "delete":
      if (change.at < lines.length) lines.splice(change.at, change.count);
      return;
    case "move": {
      const most = Math.max(change.from + change.count, change.to);
      while (lines.length < most) lines.push(fresh());
      const taken = lines.splice(change.from, change.count);
      lines.splice(change.to > change.from ? change.to - change.count : change.to, 0, ...taken);
    }
  }
}

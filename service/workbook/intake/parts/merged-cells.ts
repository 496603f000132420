import { parseAddress } from "#core/sheet/cell-address.ts";
import { damaged, hostile } from "../intake-fault.ts";

export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function parseMerge(reference: string, place: string): MergedRange {
  const [first = "", second = first, ...rest] = reference.split(":");
  const from = parseAddress(first);
  const to = parseAddress(second);
  if (!from || !to || rest.length > 0 || from.row > to.row || from.column > to.column) throw damaged("merge", place);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Only a range's first cell shows its value: what stands under the others is nothing (W8), never the neighbour's. */
export function hideMerged<T>(
  rows: ReadonlyMap<number, Map<number, T>>,
  merges: readonly MergedRange[],
  place: string,
): void {
  refuseOverlaps(merges, place);
  const tops = [...merges].sort((a, b) => a.top - b.top);
  let open: MergedRange[] = [];
  let next = 0;
  for (const [row, cells] of [...rows].sort((a, b) => a[0] - b[0])) {
    while (next < tops.length && (tops[next]?.top ?? 0) <= row) {
      const merge = tops[next];
      if (merge) open.push(merge);
      next += 1;
    }
    open = open.filter((merge) => merge.bottom >= row);
    for (const merge of open) hideInRow(cells, merge, row);
  }
}

function hideInRow<T>(cells: Map<number, T>, merge: MergedRange, row: number): void {
  for (const column of [...cells.keys()]) {
    const inside = column >= merge.left && column <= merge.right;
    if (inside && !(row === merge.top && column === merge.left)) cells.delete(column);
  }
}

/** Overlapping merges have no meaning; Excel calls such a file damaged. */
function refuseOverlaps(merges: readonly MergedRange[], place: string): void {
  const sorted = [...merges].sort((a, b) => a.top - b.top);
  let open: MergedRange[] = [];
  for (const merge of sorted) {
    open = open.filter((other) => other.bottom >= merge.top);
    if (open.some((other) => other.left <= merge.right && merge.left <= other.right))
      throw hostile("overlapping-merges", place);
    open.push(merge);
  }
}

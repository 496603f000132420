import type { SeenMerge } from "#core/intake/seen-workbook.ts";
import { parseAddress } from "#core/sheet/cell-address.ts";
import { damaged, hostile } from "../intake-fault.ts";

export function parseMerge(reference: string, place: string): SeenMerge {
  const [first = "", second = first, ...rest] = reference.split(":");
  const from = parseAddress(first);
  const to = parseAddress(second);
  if (!from || !to || rest.length > 0 || from.row > to.row || from.column > to.column) throw damaged("merge", place);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Only a range's first cell shows its value: what stands under the others is nothing (W8), never the neighbour's. */
export class MergeCover {
  readonly #merges: readonly SeenMerge[];
  /** Those that reach the row, from left to right. */
  #open: readonly SeenMerge[] = [];
  /** First row that one of them does not reach. */
  #openUntil = 0;
  #next = 0;
  #row = -1;
  #at = 0;

  /** @throws IntakeFault for merges that overlap: they have no meaning, and spreadsheets call such a file damaged */
  constructor(merges: readonly SeenMerge[], place: string) {
    this.#merges = [...merges].sort((a, b) => a.top - b.top);
    refuseOverlaps(this.#merges, place);
  }

  /** Asked in the order of reading: row by row, from left to right. */
  covers(row: number, column: number): boolean {
    if (row !== this.#row) this.#enter(row);
    for (let merge = this.#open[this.#at]; merge; merge = this.#open[this.#at]) {
      if (column <= merge.right) return column >= merge.left && (row !== merge.top || column !== merge.left);
      this.#at += 1;
    }
    return false;
  }

  #enter(row: number): void {
    this.#row = row;
    this.#at = 0;
    const begin = this.#next;
    while ((this.#merges[this.#next]?.top ?? Number.POSITIVE_INFINITY) <= row) this.#next += 1;
    const ended = this.#open.length > 0 && row >= this.#openUntil;
    if (!ended && begin === this.#next) return;
    this.#open = [...this.#open, ...this.#merges.slice(begin, this.#next)]
      .filter(({ bottom }) => bottom >= row)
      .sort((a, b) => a.left - b.left);
    this.#openUntil = this.#open.reduce((first, { bottom }) => Math.min(first, bottom + 1), Number.POSITIVE_INFINITY);
  }
}

function refuseOverlaps(sorted: readonly SeenMerge[], place: string): void {
  let open: SeenMerge[] = [];
  for (const merge of sorted) {
    open = open.filter((other) => other.bottom >= merge.top);
    if (open.some((other) => other.left <= merge.right && merge.left <= other.right))
      throw hostile("overlapping-merges", place);
    open.push(merge);
  }
}

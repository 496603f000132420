import type { ReadCell } from "#core/sheet/reading.ts";
import { holdsSame } from "./cells/holds-same.ts";
import type { Area } from "./plan.ts";
import type { CellChange } from "./refresh-sheet.ts";
import type { TypedCell } from "./standing/typed-since.ts";

/** Changes of cells that the officer may have typed into since the workbook was looked at, by where they are written. */
export class WatchedChanges {
  readonly #rows = new Map<number, CellChange[]>();

  constructor(changes: readonly CellChange[]) {
    for (const change of changes) {
      if (!change.stood) continue;
      const known = this.#rows.get(change.row);
      if (known) known.push(change);
      else this.#rows.set(change.row, [change]);
    }
  }

  isIn(area: Area): boolean {
    return this.#in(area).length > 0;
  }

  /** @param at what stands there right before it is written. @returns what was typed, where it stood */
  typedIn(area: Area, at: (row: number, column: number) => ReadCell): readonly TypedCell[] {
    return this.#in(area).flatMap(({ row, column, stood }) => {
      const content = at(row, column);
      return !stood || holdsSame(stood.content, content) ? [] : [{ row: stood.row, column: stood.column, content }];
    });
  }

  #in({ top, bottom, left, right }: Area): readonly CellChange[] {
    return Array.from({ length: bottom - top + 1 }, (_row, at) => this.#rows.get(top + at) ?? [])
      .flat()
      .filter(({ column }) => column >= left && column <= right);
  }
}

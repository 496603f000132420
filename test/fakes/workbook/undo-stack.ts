import type { WorkbookCell } from "./cell-model.ts";
import { lineAfter, type LineChange } from "./line-change.ts";
import type { NamesModel } from "./names-model.ts";
import type { Rect } from "./rect.ts";
import type { SheetModel } from "./sheet-model.ts";
import type { SheetState } from "./sheet-state.ts";

interface CellBefore {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: WorkbookCell;
}

export type Undone =
  | { readonly cells: readonly CellBefore[] }
  | { readonly state: { readonly sheets: readonly SheetState[]; readonly names: NamesModel } };

/**
 * What the person at the desk can take back. A program's inserted rows move the typed cells remembered here; whole
 * states (an inserted row, a sort) cannot be put back after that and are forgotten.
 */
export class UndoStack {
  #entries: Undone[] = [];

  get depth(): number {
    return this.#entries.length;
  }

  remember(sheet: SheetModel, rect: Rect): void {
    const cells: CellBefore[] = [];
    for (let row = rect.top; row <= rect.bottom; row += 1) {
      for (let column = rect.left; column <= rect.right; column += 1) {
        cells.push({ sheet: sheet.id, row, column, cell: sheet.stored(row, column) });
      }
    }
    this.#entries.push({ cells });
  }

  rememberAll(state: { readonly sheets: readonly SheetState[]; readonly names: NamesModel }): void {
    this.#entries.push({ state });
  }

  rebase(sheet: SheetModel, change: LineChange): void {
    const lastState = this.#entries.findLastIndex((entry) => "state" in entry);
    this.#entries = this.#entries.slice(lastState + 1).map((entry) =>
      "cells" in entry
        ? {
            cells: entry.cells.flatMap((before) => {
              if (before.sheet !== sheet.id) return [before];
              const line = lineAfter(change, before[change.axis]);
              return line === undefined ? [] : [{ ...before, [change.axis]: line }];
            }),
          }
        : entry,
    );
  }

  take(): Undone | undefined {
    return this.#entries.pop();
  }
  clear(): void {
    this.#entries = [];
  }
}

import type { CellValue } from "#core/sheet/cell.ts";
import type { Origin } from "./change-log.ts";
import type { Axis } from "./line-change.ts";
import { isStopped } from "./protection.ts";
import { parseRect, type Rect, wholeColumns, wholeRows } from "./rect.ts";
import type { SheetModel } from "./sheet-model.ts";
import type { SortWish } from "./sort-cells.ts";
import type { WorkbookModel } from "./workbook-model.ts";

export interface UserOptions {
  /** "remote": a colleague in the same workbook. */
  readonly origin?: Extract<Origin, "user" | "remote">;
  /** Does protection stop him? A test that wants to show what gets past it says false. */
  readonly heedsProtection?: boolean;
}

/** The person at the desk: mouse and keyboard on the active workbook; what he types can be undone. */
export class WorkbookUser {
  readonly #workbook: WorkbookModel;
  readonly #origin: "user" | "remote";
  readonly #heeds: boolean;

  constructor(workbook: WorkbookModel, options: UserOptions = {}) {
    this.#workbook = workbook;
    this.#origin = options.origin ?? "user";
    this.#heeds = options.heedsProtection ?? true;
  }

  /** @returns false when protection stopped it. */
  type(sheet: string, address: string, entry: CellValue): boolean {
    const rect = rectOf(address);
    return this.#do(sheet, { action: "values", rect }, (model) => {
      if (
        typeof entry === "string" &&
        entry.startsWith("=") &&
        model.stored(rect.top, rect.left).numberFormat !== "@"
      ) {
        this.#workbook.enterFormula(model, rect, entry.slice(1));
      } else this.#workbook.enter(model, rect, () => entry);
    });
  }
  /** A formula even in a text cell: as after choosing another format. */
  typeFormula(sheet: string, address: string, formula: string): boolean {
    const rect = rectOf(address);
    return this.#do(sheet, { action: "values", rect }, (model) => this.#workbook.enterFormula(model, rect, formula));
  }
  paste(sheet: string, address: string, block: readonly (readonly CellValue[])[]): boolean {
    const { top, left } = rectOf(address);
    const rect = { top, left, bottom: top + block.length - 1, right: left + (block[0]?.length ?? 1) - 1 };
    return this.#do(sheet, { action: "values", rect }, (model) =>
      this.#workbook.enter(model, rect, (row, column) => block[row - top]?.[column - left]),
    );
  }
  insertRows(sheet: string, above: number, count = 1): boolean {
    return this.#lines(sheet, { axis: "row", type: "insert", at: above, count });
  }
  deleteRows(sheet: string, first: number, count = 1): boolean {
    return this.#lines(sheet, { axis: "row", type: "delete", at: first, count });
  }
  insertColumns(sheet: string, before: number, count = 1): boolean {
    return this.#lines(sheet, { axis: "column", type: "insert", at: before, count });
  }
  deleteColumns(sheet: string, first: number, count = 1): boolean {
    return this.#lines(sheet, { axis: "column", type: "delete", at: first, count });
  }
  /** The whole row stands above the row that was at `to`. */
  moveRow(sheet: string, from: number, to: number): void {
    this.#do(sheet, undefined, (model) =>
      this.#workbook.changeLines(model, { type: "move", axis: "row", from, count: 1, to }),
    );
  }
  moveColumn(sheet: string, from: number, to: number): void {
    this.#do(sheet, undefined, (model) =>
      this.#workbook.changeLines(model, { type: "move", axis: "column", from, count: 1, to }),
    );
  }
  sort(sheet: string, range: string, wish: SortWish): boolean {
    const rect = rectOf(range);
    return this.#do(sheet, { action: "sort", rect }, (model) => this.#workbook.sort(model, rect, wish));
  }
  /** Points for rows, characters for columns. */
  resize(sheet: string, axis: Axis, lines: { readonly at: number; readonly size: number }): boolean {
    const rect = axis === "row" ? wholeRows(lines.at) : wholeColumns(lines.at);
    return this.#do(sheet, { action: axis === "row" ? "rows" : "columns", rect }, (model) => {
      if (axis === "row") model.setRows(rect, { height: lines.size });
      else model.setColumns(rect, { width: lines.size });
      this.#workbook.note("format", model, rect);
    });
  }
  /** Starts a thread, or answers in the one that is there. */
  comment(sheet: string, address: string, entry: { readonly author: string; readonly text: string }): boolean {
    const rect = rectOf(address);
    return this.#do(sheet, { action: "objects", rect }, (model) =>
      this.#workbook.format(model, rect, ({ comment }) => ({
        comment: { id: comment?.id ?? `{C-${model.id}-${address}}`, entries: [...(comment?.entries ?? []), entry] },
      })),
    );
  }
  /** A classic note. */
  note(sheet: string, address: string, note: string): boolean {
    const rect = rectOf(address);
    return this.#do(sheet, { action: "objects", rect }, (model) => this.#workbook.format(model, rect, { note }));
  }
  select(sheet: string, address: string): void {
    this.#workbook.by(this.#origin, () => this.#workbook.select(this.#workbook.sheet(sheet), rectOf(address)));
  }
  doubleClick(sheet: string, address: string): void {
    this.select(sheet, address);
    this.#workbook.tell({ type: "double-click", sheet: this.#workbook.sheet(sheet).id, rect: rectOf(address) });
  }
  rename(sheet: string, name: string): void {
    this.#do(sheet, undefined, (model) => this.#workbook.renameSheet(model, name));
  }
  deleteSheet(sheet: string): void {
    this.#do(sheet, undefined, (model) => this.#workbook.deleteSheet(model));
  }
  undo(): boolean {
    return this.#workbook.by(this.#origin, () => this.#workbook.undo());
  }

  #lines(
    sheet: string,
    change: { readonly axis: Axis; readonly type: "insert" | "delete"; readonly at: number; readonly count: number },
  ): boolean {
    const { axis, at, count } = change;
    const rect = axis === "row" ? wholeRows(at, at + count - 1) : wholeColumns(at, at + count - 1);
    const action = `${change.type}${axis === "row" ? "Rows" : "Columns"}` as const;
    return this.#do(sheet, { action, rect }, (model) => this.#workbook.changeLines(model, change));
  }

  #do(
    sheet: string,
    guard: { readonly action: Parameters<typeof isStopped>[1]; readonly rect: Rect } | undefined,
    work: (model: SheetModel) => void,
  ): boolean {
    const model = this.#workbook.sheet(sheet);
    if (guard && this.#heeds && isStopped(model, guard.action, guard.rect)) return false;
    this.#workbook.by(this.#origin, () => work(model));
    return true;
  }
}

function rectOf(address: string): Rect {
  const rect = parseRect(address);
  if (!rect) throw new Error(`no address: ${address}`);
  return rect;
}

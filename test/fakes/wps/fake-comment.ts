import type { Rect } from "../workbook/rect.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import type { Desk } from "./desk.ts";

/** A classic note (批注). */
export class FakeComment {
  readonly #desk: Desk;
  readonly #sheet: SheetModel;
  readonly #rect: Rect;
  constructor(desk: Desk, sheet: SheetModel, rect: Rect) {
    this.#desk = desk;
    this.#sheet = sheet;
    this.#rect = rect;
  }
  Text(): string {
    return this.#sheet.stored(this.#rect.top, this.#rect.left).note ?? "";
  }
  Delete(): void {
    this.#desk.guard(this.#sheet, "objects", [this.#rect]);
    this.#desk.workbook.format(this.#sheet, this.#rect, { note: undefined });
  }
}

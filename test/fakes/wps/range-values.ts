import type { CellValue } from "#core/sheet/cell.ts";
import { columnLetters, MOST_COLUMNS, MOST_ROWS } from "#core/sheet/cell-address.ts";
import { isCellError, type StoredValue } from "../workbook/cell-model.ts";
import { heightOf, type Rect, rectText, widthOf } from "../workbook/rect.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import { ERROR_NUMBERS } from "./wps-numbers.ts";

export interface RangePlace {
  readonly sheet: SheetModel;
  readonly areas: readonly Rect[];
}

/** Behind the shown objects and the ranges themselves: a page gets proxies, and hands them back. */
const places = new WeakMap<object, RangePlace>();

export function rememberPlace(range: object, place: RangePlace): void {
  places.set(range, place);
}

export function placeOf(range: object): RangePlace {
  const place = places.get(range);
  if (!place) throw new Error("not a range of this desk");
  return place;
}

/** Empty cells read as null or undefined: nobody may rely on which. */
export function readValue(value: StoredValue, odd: number): unknown {
  if (value === null) return odd % 2 === 0 ? null : undefined;
  return isCellError(value) ? (ERROR_NUMBERS[value.error] ?? -2146826246) : value;
}

export function entryOf(given: unknown): CellValue {
  if (given === null || given === undefined) return null;
  if (typeof given === "string" || typeof given === "number" || typeof given === "boolean") return given;
  throw new Error(`no cell holds ${typeof given}`);
}

export function ensureShape(given: readonly unknown[], area: Rect): void {
  const fits =
    given.length === heightOf(area) && given.every((row) => Array.isArray(row) && row.length === widthOf(area));
  if (!fits) throw new Error(`a block of ${heightOf(area)} x ${widthOf(area)} was wanted`);
}

export function countFilled(sheet: SheetModel, area: Rect): number {
  let filled = 0;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (sheet.stored(row, column).value !== null) filled += 1;
    }
  }
  return filled;
}

export function absolute(area: Rect): string {
  if (area.bottom === MOST_ROWS - 1 || area.right === MOST_COLUMNS - 1) {
    return rectText(area)
      .split(":")
      .map((part) => `$${part}`)
      .join(":");
  }
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const first = corner(area.top, area.left);
  const last = corner(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

import { rowHeight as rowPoints } from "#core/sheet/row-height.ts";
import type { Sheet } from "#core/sheet/sheet.ts";

/** Pixels. */
export function rowHeight(sheet: Sheet, rowIndex: number): number {
  return Math.round((rowPoints(sheet, rowIndex) * 96) / 72);
}

/** Width of a spreadsheet column of so many characters, in pixels. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7.6 + 8);
}

import type { ProtectionOptions } from "./protection-options.ts";
import type { SheetModel } from "./sheet-model.ts";
import { common, heightOf, type Rect, widthOf } from "./rect.ts";

/** What somebody is about to do to a block of cells. */
export type GuardedAction =
  | "values"
  | "format"
  | "columns"
  | "rows"
  | "insertColumns"
  | "insertRows"
  | "deleteColumns"
  | "deleteRows"
  | "sort"
  | "objects"
  | "validation"
  | "merge"
  | "page";

/** What an action needs to be allowed, and whether its cells have to be unlocked on top of that. */
const NEEDS: Readonly<
  Record<
    GuardedAction,
    { readonly permission?: keyof ProtectionOptions; readonly unlocked?: true; readonly never?: true }
  >
> = {
  values: { unlocked: true },
  validation: { unlocked: true },
  format: { permission: "allowFormatCells" },
  columns: { permission: "allowFormatColumns" },
  rows: { permission: "allowFormatRows" },
  insertColumns: { permission: "allowInsertColumns" },
  insertRows: { permission: "allowInsertRows" },
  deleteColumns: { permission: "allowDeleteColumns", unlocked: true },
  deleteRows: { permission: "allowDeleteRows", unlocked: true },
  sort: { permission: "allowSort", unlocked: true },
  objects: { permission: "allowEditObjects" },
  merge: { never: true },
  page: {},
};

/** Would the sheet's protection stop it? */
export function isStopped(sheet: SheetModel, action: GuardedAction, rect: Rect): boolean {
  const { protection } = sheet;
  if (!protection) return false;
  const { permission, unlocked, never } = NEEDS[action];
  if (never || (permission && !protection[permission])) return true;
  return unlocked === true && hasLockedCell(sheet, rect);
}

/** Cells at which a look at each is dearer than a look at all that are in use. */
const MANY_CELLS = 10_000;

function hasLockedCell(sheet: SheetModel, rect: Rect): boolean {
  if (heightOf(rect) * widthOf(rect) <= MANY_CELLS) return isLockedIn(sheet, rect);
  const used = sheet.usedRect();
  const inside = used && common(used, rect);
  const first = {
    top: rect.top,
    left: rect.left,
    bottom: Math.min(rect.bottom, rect.top + 1),
    right: Math.min(rect.right, rect.left + 1),
  };
  return isLockedIn(sheet, first) || (inside !== undefined && isLockedIn(sheet, inside));
}

function isLockedIn(sheet: SheetModel, rect: Rect): boolean {
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    for (let column = rect.left; column <= rect.right; column += 1) {
      if (sheet.stored(row, column).locked) return true;
    }
  }
  return false;
}

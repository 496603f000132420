import type { SheetModel } from "./sheet-model.ts";
import { common, type Rect } from "./rect.ts";

/** What stays allowed on a protected sheet, by Excel's names. */
export interface ProtectionOptions {
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertRows: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowSort: boolean;
  readonly allowAutoFilter: boolean;
  readonly allowPivotTables: boolean;
  /** Comments, notes, drawings. */
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
}

export interface SheetProtection extends ProtectionOptions {
  readonly password: string;
}

export const NOTHING_ALLOWED: ProtectionOptions = {
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertRows: false,
  allowInsertHyperlinks: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowSort: false,
  allowAutoFilter: false,
  allowPivotTables: false,
  allowEditObjects: false,
  allowEditScenarios: false,
};

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

const PERMISSION: Partial<Record<GuardedAction, keyof ProtectionOptions>> = {
  format: "allowFormatCells",
  columns: "allowFormatColumns",
  rows: "allowFormatRows",
  insertColumns: "allowInsertColumns",
  insertRows: "allowInsertRows",
  objects: "allowEditObjects",
};

/**
 * Would the sheet's protection stop it? Values, sorting, deleting, and (as Excel does) validation need unlocked cells;
 * merging is never allowed.
 */
export function isStopped(sheet: SheetModel, action: GuardedAction, rect: Rect): boolean {
  const { protection } = sheet;
  if (!protection || action === "page") return false;
  const permission = PERMISSION[action];
  if (permission) return !protection[permission];
  if (action === "merge") return true;
  if (action === "sort" && !protection.allowSort) return true;
  if (action === "deleteRows" && !protection.allowDeleteRows) return true;
  if (action === "deleteColumns" && !protection.allowDeleteColumns) return true;
  return hasLockedCell(sheet, rect);
}

function hasLockedCell(sheet: SheetModel, rect: Rect): boolean {
  const used = sheet.usedRect();
  const inside = used && common(used, rect);
  const bounds = {
    top: rect.top,
    left: rect.left,
    bottom: Math.min(rect.bottom, rect.top + 1),
    right: Math.min(rect.right, rect.left + 1),
  };
  return [bounds, ...(inside ? [inside] : [])].some((part) => {
    for (let row = part.top; row <= part.bottom; row += 1) {
      for (let column = part.left; column <= part.right; column += 1) {
        if (sheet.stored(row, column).locked) return true;
      }
    }
    return false;
  });
}

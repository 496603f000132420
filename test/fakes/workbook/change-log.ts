import type { Rect } from "./rect.ts";

/** Who did it: the person at the desk, our program, or a colleague in the same workbook. */
export type Origin = "user" | "addin" | "remote";

export type ChangeKind =
  /** Values or formulas. */
  | "cells"
  | "format"
  | "rows-inserted"
  | "rows-deleted"
  | "rows-moved"
  | "columns-inserted"
  | "columns-deleted"
  | "columns-moved"
  | "sorted"
  | "sheet-added"
  | "sheet-deleted"
  | "sheet-renamed"
  | "protection"
  | "names"
  | "settings"
  | "undone";

export interface WorkbookChange {
  readonly origin: Origin;
  readonly kind: ChangeKind;
  readonly sheet: string;
  /** null: not about cells. */
  readonly rect: Rect | null;
}

export type WorkbookEvent =
  | ({ readonly type: "change" } & WorkbookChange)
  | { readonly type: "selection"; readonly origin: Origin; readonly sheet: string; readonly rect: Rect }
  | { readonly type: "activated"; readonly origin: Origin; readonly sheet: string }
  | { readonly type: "double-click"; readonly sheet: string; readonly rect: Rect };

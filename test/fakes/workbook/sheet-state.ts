import { EMPTY_CELL, type WorkbookCell } from "./cell-model.ts";
import type { SheetProtection } from "./protection-options.ts";
import { oneCell, type Rect } from "./rect.ts";

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export const DEFAULT_WIDTH = 8.43;
export const DEFAULT_HEIGHT = 14.25;

/** Cells are replaced, never changed, so copying the arrays copies the row. */
export interface RowState {
  cells: (WorkbookCell | undefined)[];
  /** Points. */
  height: number | null;
  hidden: boolean;
  /** Format of the cells that are not there. */
  base: WorkbookCell | null;
}

export interface ColumnState {
  /** Characters. */
  width: number | null;
  hidden: boolean;
  base: WorkbookCell | null;
}

export interface PageState {
  orientation: "portrait" | "landscape";
  paper: string;
  /** null: zoom instead; 0: as many as it takes. */
  fitToWide: number | null;
  fitToTall: number | null;
  zoom: number;
  titleRows: { from: number; to: number } | null;
  titleColumns: { from: number; to: number } | null;
  printArea: Rect | null;
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
  centeredHorizontally: boolean;
  centeredVertically: boolean;
}

/** Everything a sheet is, in plain data. */
export interface SheetState {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  tabColor: string | null;
  showGridlines: boolean;
  base: WorkbookCell;
  rows: (RowState | undefined)[];
  columns: (ColumnState | undefined)[];
  merges: readonly Rect[];
  frozen: { rows: number; columns: number };
  protection: SheetProtection | null;
  page: PageState;
  selection: Rect;
}

export function newPage(): PageState {
  return {
    orientation: "portrait",
    paper: "A4",
    fitToWide: null,
    fitToTall: null,
    zoom: 100,
    titleRows: null,
    titleColumns: null,
    printArea: null,
    header: { left: "", center: "", right: "" },
    footer: { left: "", center: "", right: "" },
    centeredHorizontally: false,
    centeredVertically: false,
  };
}

export function newSheetState(id: string, name: string): SheetState {
  return {
    id,
    name,
    visibility: "visible",
    tabColor: null,
    showGridlines: true,
    base: EMPTY_CELL,
    rows: [],
    columns: [],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    protection: null,
    page: newPage(),
    selection: oneCell(0, 0),
  };
}

export function copySheetState(state: SheetState): SheetState {
  return {
    ...state,
    rows: Array.from(state.rows, (row) => row && { ...row, cells: row.cells.slice() }),
    columns: Array.from(state.columns, (column) => column && { ...column }),
    frozen: { ...state.frozen },
    page: { ...state.page, header: { ...state.page.header }, footer: { ...state.page.footer } },
  };
}

export function freshRow(): undefined {
  return undefined;
}

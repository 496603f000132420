/**
 * The members of WPS spreadsheets (ET) that we use, so that only this folder knows them. Names are those of et-jsapi-declare,
 * which a test compares; types say what the members answer when they are used as we do.
 */

export interface WpsApplication {
  readonly ActiveWorkbook: WpsWorkbook | null | undefined;
  readonly ActiveSheet: WpsWorksheet | null | undefined;
  readonly ActiveCell: WpsRange | null | undefined;
  readonly ActiveWindow: WpsWindow;
  readonly Ready: boolean;
  EnableEvents: boolean;
  ScreenUpdating: boolean;
  DisplayAlerts: boolean;
  Calculation: number;
  Calculate(): void;
  Goto(range: WpsRange): void;
  readonly ApiEvent: WpsApiEvent;
  readonly PluginStorage: WpsPluginStorage;
  CreateTaskPane(url: string, title?: string): WpsTaskPane;
  GetTaskPane(id: number): WpsTaskPane;
}

export interface WpsWorkbook {
  /** With its folder, once it was saved; no two open workbooks have the same. */
  readonly FullName: string;
  readonly ActiveSheet: WpsWorksheet | null | undefined;
  readonly Worksheets: WpsSheets;
  readonly Names: WpsNames;
}

export interface WpsSheets {
  readonly Count: number;
  Item(index: number | string): WpsWorksheet;
  Add(before?: WpsWorksheet | null, after?: WpsWorksheet | null): WpsWorksheet;
}

export interface WpsWorksheet {
  Name: string;
  Visible: number;
  readonly Cells: WpsRange;
  readonly UsedRange: WpsRange;
  readonly PageSetup: WpsPageSetup;
  readonly ProtectContents: boolean;
  readonly ProtectDrawingObjects: boolean;
  readonly ProtectScenarios: boolean;
  readonly ProtectionMode: boolean;
  readonly Protection: WpsProtection;
  Range(address: string): WpsRange;
  Activate(): void;
  Delete(): void;
  Unprotect(): void;
  /** Password, DrawingObjects, Contents, Scenarios, UserInterfaceOnly, then eleven things that stay allowed. */
  Protect(...settings: readonly (string | boolean | undefined)[]): void;
}

export interface WpsProtection {
  readonly AllowFormattingCells: boolean;
  readonly AllowFormattingColumns: boolean;
  readonly AllowFormattingRows: boolean;
  readonly AllowInsertingColumns: boolean;
  readonly AllowInsertingRows: boolean;
  readonly AllowInsertingHyperlinks: boolean;
  readonly AllowDeletingColumns: boolean;
  readonly AllowDeletingRows: boolean;
  readonly AllowSorting: boolean;
  readonly AllowFiltering: boolean;
  readonly AllowUsingPivotTables: boolean;
}

/** Rows and columns count from 1. One cell reads as a scalar, more as rows of cells; empty is null or undefined. */
export interface WpsRange {
  readonly Row: number;
  readonly Column: number;
  readonly Rows: { readonly Count: number };
  readonly Columns: { readonly Count: number };
  Value2: unknown;
  /** Of a block: rows of texts. */
  readonly Formula: unknown;
  NumberFormat: string | null;
  Locked: boolean | null;
  HorizontalAlignment: number | null;
  VerticalAlignment: number | null;
  WrapText: boolean | null;
  Hidden: boolean | null;
  RowHeight: number;
  ColumnWidth: number;
  readonly Interior: WpsInterior;
  readonly Font: WpsFont;
  readonly Borders: WpsBorders;
  readonly Validation: WpsValidation;
  Merge(): void;
  UnMerge(): void;
  Insert(): unknown;
  Delete(): unknown;
  ClearContents(): unknown;
  Copy(destination: WpsRange): unknown;
}

export interface WpsInterior {
  /** Blue, green, red from the highest byte down. */
  Color: number | null;
  Pattern: number | null;
}

export interface WpsFont {
  Color: number | null;
  ColorIndex: number | null;
  Bold: boolean | null;
  Size: number | null;
  Name: string | null;
  Underline: number | null;
}

export interface WpsBorders {
  LineStyle: number | null;
  Weight: number | null;
  Color: number | null;
}

export interface WpsValidation {
  readonly Type: number;
  IgnoreBlank: boolean;
  InputTitle: string;
  InputMessage: string;
  ShowInput: boolean;
  ErrorMessage: string;
  ShowError: boolean;
  Delete(): void;
  Add(type: number, alertStyle?: number, operator?: number, formula1?: string, formula2?: string): void;
}

export interface WpsPageSetup {
  Orientation: number;
  PaperSize: number;
  Zoom: number | boolean;
  FitToPagesWide: number | boolean;
  FitToPagesTall: number | boolean;
  CenterHorizontally: boolean;
  PrintTitleRows: string;
  CenterHeader: string;
  LeftFooter: string;
  RightFooter: string;
}

export interface WpsWindow {
  FreezePanes: boolean;
  SplitRow: number;
  SplitColumn: number;
  ScrollRow: number;
  ScrollColumn: number;
  DisplayGridlines: boolean;
  Activate(): unknown;
}

export interface WpsNames {
  readonly Count: number;
  Item(index: number | string): WpsName;
  Add(name: string, refersTo: string, visible?: boolean): unknown;
}

export interface WpsName {
  readonly Name: string;
  readonly RefersTo: string;
  readonly Visible: boolean;
  Delete(): void;
}

export interface WpsApiEvent {
  /** Set by a listener: the program does not do what it was about to do. */
  Cancel: boolean;
  AddApiEventListener(name: string, listener: WpsListener): void;
  RemoveApiEventListener(name: string, listener: WpsListener): void;
}

export type WpsListener = (sheet: WpsWorksheet, range: WpsRange) => void;

/** Shared by the pages of one add-in; gone when the program closes. */
export interface WpsPluginStorage {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface WpsTaskPane {
  readonly ID: number;
  Visible: boolean;
  Width: number;
  DockPosition: number;
}

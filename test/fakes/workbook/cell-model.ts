import type { CellValue } from "#core/sheet/cell.ts";

/** "#REF!", "#DIV/0!" ...: not a text that looks so. */
export interface CellError {
  readonly error: string;
}

export type StoredValue = CellValue | CellError;

export function isCellError(value: StoredValue | undefined): value is CellError {
  return typeof value === "object" && value !== null;
}

/** Line styles by Excel's names. */
export type LineStyle = "Continuous" | "Dash" | "Dot" | "Double" | "DashDot" | "DashDotDot" | "SlantDashDot";
export type LineWeight = "Hairline" | "Thin" | "Medium" | "Thick";

export interface BorderLine {
  readonly style: LineStyle;
  readonly weight: LineWeight;
  /** RRGGBB; null: automatic. */
  readonly color: string | null;
}

export const EDGES = ["top", "bottom", "left", "right"] as const;
export type Edge = (typeof EDGES)[number];

/** Colours are RRGGBB; null is the program's own. */
export interface CellStyle {
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly fontName: string;
  readonly fontSize: number;
  readonly horizontal: "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "Distributed";
  readonly vertical: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  readonly wrap: boolean;
  readonly indent: number;
  readonly borders: Readonly<Partial<Record<Edge, BorderLine>>>;
}

export interface Validation {
  readonly type: "list" | "decimal" | "wholeNumber" | "textLength" | "date" | "custom" | "any";
  readonly operator?: string;
  readonly formula1?: string | number;
  readonly formula2?: string | number;
  readonly ignoreBlanks: boolean;
  readonly dropDown?: boolean;
  readonly prompt?: { readonly title: string; readonly message: string; readonly show: boolean };
  readonly alert?: {
    readonly title: string;
    readonly message: string;
    readonly style: "stop" | "warning" | "information";
    readonly show: boolean;
  };
}

/** A threaded comment; the first entry is the comment, the rest are replies. */
export interface CommentThread {
  readonly id: string;
  readonly entries: readonly { readonly author: string; readonly text: string }[];
}

/** One cell; never changed in place, so that a copy of the sheet's arrays is a copy of the sheet. */
export interface WorkbookCell {
  /** With a formula: what was calculated last. */
  readonly value: StoredValue;
  /** Without "=". */
  readonly formula?: string;
  readonly numberFormat: string;
  readonly style: CellStyle;
  readonly locked: boolean;
  readonly validation?: Validation;
  readonly comment?: CommentThread;
  /** A classic note (旧式批注). */
  readonly note?: string;
}

/** undefined takes an optional member away. */
export type CellPatch = { readonly [K in keyof WorkbookCell]?: WorkbookCell[K] | undefined };

export const PLAIN_STYLE: CellStyle = {
  fill: null,
  color: null,
  bold: false,
  italic: false,
  underline: false,
  fontName: "宋体",
  fontSize: 11,
  horizontal: "General",
  vertical: "Center",
  wrap: false,
  indent: 0,
  borders: {},
};

export const EMPTY_CELL: WorkbookCell = { value: null, numberFormat: "General", style: PLAIN_STYLE, locked: true };

/** A member is only deleted where it is: deleting makes an object slow, and sheets have many cells. */
export function patchedCell(cell: WorkbookCell, patch: CellPatch): WorkbookCell {
  const next = { ...cell, ...patch };
  if ("formula" in next && next.formula === undefined) delete next.formula;
  if ("validation" in next && next.validation === undefined) delete next.validation;
  if ("comment" in next && next.comment === undefined) delete next.comment;
  if ("note" in next && next.note === undefined) delete next.note;
  return next as WorkbookCell;
}

export function patchedStyle(cell: WorkbookCell, style: Partial<CellStyle>): WorkbookCell {
  return { ...cell, style: { ...cell.style, ...style } };
}

import type { Cell } from "./cell.ts";

/**
 * One sheet described as data (W1). Renderers draw it; nothing else knows how it looks.
 *
 * Physical layout, the same in every host: column A (hidden) holds each row's key, row 1 (hidden) holds each
 * column's key, both as text. `columns[0]` is sheet column B, `rows[0]` is sheet row 2. Keys travel with their
 * row or column when an officer moves, sorts or inserts (W2).
 */
export interface Sheet {
  /** Stable within its book: "quantitative", "qualitative", "totals", "standing", "template". */
  readonly key: string;
  /** Tab name on screen, at most 31 characters, none of []:*?/\ . */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Merged ranges, in positions of `rows` and `columns` (0-based, inclusive). */
  readonly merges: readonly Merge[];
  /** Rows and columns that stay visible when scrolling, counted in `rows` and `columns`. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Ledgers are protected (input cells unlocked) and not sortable; rosters are not protected. */
  readonly protection: "input-only" | "none";
  readonly print: PrintSettings;
}

export interface Column {
  readonly key: string;
  /** Characters, as spreadsheets count them. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Identity columns (number, name) detect rows sorted without their keys. */
  readonly identity?: boolean;
}

/** `key` is null for rows that no record stands behind (title, header, section, total). */
export interface Row {
  readonly key: string | null;
  readonly kind: "title" | "info" | "header" | "section" | "data" | "total" | "legend";
  /** By column key; a missing cell is empty and locked. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Points; absent: the host's own height. */
  readonly height?: number;
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface PrintSettings {
  readonly paper: "A4";
  readonly orientation: "portrait" | "landscape";
  readonly fitToWidth: boolean;
  /** Positions in `rows` (0-based, inclusive) repeated on every page; null: none. */
  readonly repeatRows: { readonly from: number; readonly to: number } | null;
  readonly header: string;
  readonly footer: string;
  /** Position in `columns` of the last one that a file prints; absent: all of them. */
  readonly lastColumn?: number;
  /** Pages that a file squeezes all rows onto, one below the other; absent: as many as it takes. */
  readonly pagesTall?: number;
}

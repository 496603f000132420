import { addressOf, MOST_COLUMNS, MOST_ROWS, parseAddress, parseColumnLetters } from "#core/sheet/cell-address.ts";

/** A block of cells, 0-based, inclusive. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const WHOLE_SHEET: Rect = { top: 0, left: 0, bottom: MOST_ROWS - 1, right: MOST_COLUMNS - 1 };

export function oneCell(row: number, column: number): Rect {
  return { top: row, left: column, bottom: row, right: column };
}

export function wholeRows(from: number, to = from): Rect {
  return { top: from, left: 0, bottom: to, right: MOST_COLUMNS - 1 };
}

export function wholeColumns(from: number, to = from): Rect {
  return { top: 0, left: from, bottom: MOST_ROWS - 1, right: to };
}

export function isWholeRows(rect: Rect): boolean {
  return rect.left === 0 && rect.right === MOST_COLUMNS - 1;
}

export function isWholeColumns(rect: Rect): boolean {
  return rect.top === 0 && rect.bottom === MOST_ROWS - 1;
}

export function heightOf(rect: Rect): number {
  return rect.bottom - rect.top + 1;
}

export function widthOf(rect: Rect): number {
  return rect.right - rect.left + 1;
}

export function meets(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.top <= inner.top && outer.bottom >= inner.bottom && outer.left <= inner.left && outer.right >= inner.right
  );
}

export function common(a: Rect, b: Rect): Rect | undefined {
  if (!meets(a, b)) return undefined;
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}

/** "B2:C3", "B2", "A:C", "2:4", with or without "$"; @returns undefined for anything else. */
export function parseRect(text: string): Rect | undefined {
  const [first = "", second = "", ...more] = text.replaceAll("$", "").toUpperCase().split(":");
  if (more.length > 0) return undefined;
  if (!text.includes(":")) return parseBlock(first, first);
  return parseBlock(first, second) ?? parseColumns(first, second) ?? parseRows(first, second);
}

function parseBlock(first: string, second: string): Rect | undefined {
  const [a, b] = [parseAddress(first), parseAddress(second)];
  return (
    a &&
    b && {
      top: Math.min(a.row, b.row),
      left: Math.min(a.column, b.column),
      bottom: Math.max(a.row, b.row),
      right: Math.max(a.column, b.column),
    }
  );
}

function parseColumns(first: string, second: string): Rect | undefined {
  const [left, right] = [parseColumnLetters(first), parseColumnLetters(second)];
  return left === undefined || right === undefined
    ? undefined
    : wholeColumns(Math.min(left, right), Math.max(left, right));
}

function parseRows(first: string, second: string): Rect | undefined {
  if (!/^[1-9]\d*$/.test(first) || !/^[1-9]\d*$/.test(second)) return undefined;
  const [top, bottom] = [Number(first) - 1, Number(second) - 1];
  return Math.max(top, bottom) < MOST_ROWS ? wholeRows(Math.min(top, bottom), Math.max(top, bottom)) : undefined;
}

/** "B2:C3"; one cell is "B2". Whole rows are "2:4", whole columns "A:C". */
export function rectText(rect: Rect): string {
  if (isWholeColumns(rect)) return `${columnOf(rect.left)}:${columnOf(rect.right)}`;
  if (isWholeRows(rect)) return `${rect.top + 1}:${rect.bottom + 1}`;
  const first = addressOf({ row: rect.top, column: rect.left });
  const last = addressOf({ row: rect.bottom, column: rect.right });
  return first === last ? first : `${first}:${last}`;
}

function columnOf(column: number): string {
  return addressOf({ row: 0, column }).slice(0, -1);
}

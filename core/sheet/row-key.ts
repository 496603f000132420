import type { Row, Sheet } from "./sheet.ts";

/**
 * What stands in the hidden key cells. Rows without a record carry "#" and their kind, so that a row that an
 * officer inserted (no key at all) is told apart from a heading that was drawn. A key that begins with "#" is layout:
 * rows of subtotals have one ("#total:s1"), so that an overtyped formula in them is noticed too.
 */
export function rowKeyText(row: Row): string {
  return row.key ?? `#${row.kind}`;
}

export function isLayoutKey(key: string): boolean {
  return key.startsWith("#");
}

/** Cell A1: where key row and key column meet. It names the sheet, so a renamed tab is still found. */
export function cornerText(sheet: Pick<Sheet, "key">): string {
  return `${CORNER}${sheet.key}`;
}

/** Of any sheet. */
export function isCorner(text: string): boolean {
  return text.startsWith(CORNER);
}

const CORNER = "#sheet:";

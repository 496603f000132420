import type { SeenRow } from "../seen-workbook.ts";
import { cellText } from "../table/cell-text.ts";
import type { IntakeField, ValueShape } from "./intake-field.ts";

const MOST_SAMPLES = 200;
/** So many of a column's values must look alike; some are always wrong. */
const SHARE = 0.7;
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
const ID_NUMBER = /^\d{17}[\dxX]$/;
const DATE =
  /^(?:19|20)\d{2}(?:[-./年](?:0?[1-9]|1[0-2])(?:[-./月](?:\d{1,2}日?)?)?|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?)$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Values of a column without blanks and in plain characters, as many as are worth looking at. */
export function sampleOf(rows: readonly SeenRow[], column: number): readonly string[] {
  const texts: string[] = [];
  for (const row of rows) {
    const text = cellText(row.cells[column]).normalize("NFKC").replace(/\s/gu, "");
    if (text !== "") texts.push(text);
    if (texts.length >= MOST_SAMPLES) break;
  }
  return texts;
}

/** What most of the values are; a weak hint, used where headings say nothing. */
export function shapeOf(sample: readonly string[]): ValueShape | null {
  if (sample.length === 0) return null;
  if (mostly(sample, (text) => ID_NUMBER.test(text))) return "id-number";
  if (mostly(sample, (text) => MOBILE.test(text))) return "mobile";
  if (mostly(sample, (text) => DATE.test(text))) return "date";
  return mostly(sample, (text) => NUMBER.test(text)) ? "number" : "text";
}

/** Whether the values may be the field's: a heading that only resembles its label must not win over them. */
export function canHold(field: IntakeField, sample: readonly string[]): boolean {
  const shape = shapeOf(sample);
  if (shape === null || field.shape === shape) return true;
  if (field.shape === "code") return shape === "number" || shape === "text";
  if (field.shape === "text") return shape !== "id-number";
  if (field.shape === "number") return shape !== "id-number" && shape !== "mobile";
  return field.shape === "date" && (shape === "number" || shape === "text");
}

/** Whether the values are names or codes of the field's list. */
export function speaksCodes(field: IntakeField, sample: readonly string[]): boolean {
  const { values } = field;
  return values !== undefined && sample.length > 0 && mostly(sample, (text) => values.has(text) && !NUMBER.test(text));
}

/** Whether any value is a bare code: only then does an edition matter. */
export function hasBareCodes(sample: readonly string[]): boolean {
  return sample.some((text) => /^\d{1,4}$/.test(text));
}

function mostly(sample: readonly string[], matches: (text: string) => boolean): boolean {
  return sample.filter(matches).length >= sample.length * SHARE;
}

import { columnLetters, parseColumnLetters } from "#core/sheet/cell-address.ts";

/** One corner of a reference. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** "B2", "$B$2:C3", "'定量 任务'!B2" as found in a formula. */
export interface Reference {
  /** As named in the formula, quotes taken off; undefined: the formula's own sheet. */
  readonly sheet?: string;
  readonly first: Corner;
  readonly last?: Corner;
}

const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const SHEET = String.raw`'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!`;
export const REFERENCE_SOURCE = String.raw`(?:(${SHEET}))?(?<![\p{L}\p{N}_.$])(${CORNER})(?::(${CORNER}))?(?![\p{L}\p{N}_.(!])`;
const TOKEN = new RegExp(String.raw`"(?:[^"]|"")*"|${REFERENCE_SOURCE}`, "gu");

/** Every A1 reference of a formula replaced; texts in quotes are left alone. undefined becomes #REF!. */
export function mapReferences(formula: string, map: (reference: Reference) => Reference | undefined): string {
  return formula.replace(TOKEN, (token: string, ...parts: (string | undefined)[]) => {
    const [sheet, first, last] = parts;
    if (first === undefined) return token;
    const reference = parseReference(sheet, first, last);
    if (!reference) return token;
    const mapped = map(reference);
    if (mapped === reference) return token;
    return mapped ? referenceText(mapped) : `${sheet ?? ""}#REF!`;
  });
}

export function parseReference(sheet: string | undefined, first: string, last?: string): Reference | undefined {
  const from = parseCorner(first);
  const to = last === undefined ? undefined : parseCorner(last);
  if (!from || (last !== undefined && !to)) return undefined;
  return {
    ...(sheet === undefined ? {} : { sheet: sheetOfPrefix(sheet) }),
    first: from,
    ...(to === undefined ? {} : { last: to }),
  };
}

/** "'定量 任务'!" is 定量 任务. */
function sheetOfPrefix(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export function referenceText({ sheet, first, last }: Reference): string {
  const prefix = sheet === undefined ? "" : `${quotedSheet(sheet)}!`;
  return `${prefix}${cornerText(first)}${last === undefined ? "" : `:${cornerText(last)}`}`;
}

function parseCorner(text: string): Corner | undefined {
  const match = /^(\$?)([A-Z]+)(\$?)(\d+)$/i.exec(text);
  const column = parseColumnLetters((match?.[2] ?? "").toUpperCase());
  if (!match || column === undefined) return undefined;
  return { row: Number(match[4]) - 1, column, fixedRow: match[3] === "$", fixedColumn: match[1] === "$" };
}

function cornerText({ row, column, fixedRow, fixedColumn }: Corner): string {
  return `${fixedColumn ? "$" : ""}${columnLetters(column)}${fixedRow ? "$" : ""}${row + 1}`;
}

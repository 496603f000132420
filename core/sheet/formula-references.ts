import { parseAddress, type CellPosition } from "./cell-address.ts";

/** What a formula takes its figures from, in the order in which it names them. */
export type FormulaReference =
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "range";
      /** Tab name; null: the formula's own sheet. */
      readonly sheet: string | null;
      readonly first: CellPosition;
      readonly last: CellPosition;
    };

const TEXT = String.raw`"(?:[^"]|"")*"`;
const NUMBER = String.raw`\d+(?:\.\d*)?(?:[eE][+-]?\d+)?`;
const SHEET = String.raw`(?:'((?:[^']|'')*)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const ADDRESS = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const WORD = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const PART = new RegExp(
  `${TEXT}|${NUMBER}|(?:${SHEET})?(${ADDRESS})(?::(${ADDRESS}))?(?![\\p{L}\\p{N}_.(])|(${WORD})(\\s*\\()?`,
  "gu",
);

/** @param formula without "=". Texts and function names are no references. */
export function formulaReferences(formula: string): readonly FormulaReference[] {
  return [...formula.matchAll(PART)].flatMap((match): readonly FormulaReference[] => {
    const [, quoted, plain, from, to, word, bracket] = match;
    if (from !== undefined) return rangeOf(quoted?.replaceAll("''", "'") ?? plain ?? null, from, to ?? from);
    const isName = word !== undefined && bracket === undefined && !LITERALS.has(word.toUpperCase());
    return isName ? [{ kind: "name", name: word }] : [];
  });
}

const LITERALS: ReadonlySet<string> = new Set(["TRUE", "FALSE"]);

function rangeOf(sheet: string | null, from: string, to: string): readonly FormulaReference[] {
  const [a, b] = [positionOf(from), positionOf(to)];
  if (!a || !b) return [];
  const first = { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) };
  const last = { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) };
  return [{ kind: "range", sheet, first, last }];
}

function positionOf(address: string): CellPosition | undefined {
  return parseAddress(address.replaceAll("$", "").toUpperCase());
}

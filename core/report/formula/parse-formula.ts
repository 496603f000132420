/**
 * Reads a formula. Grammar:
 *   sum     := product (+|- product)*        product := one (* one)*
 *   one     := number | ( sum ) | 上年( place ) | place
 *   place   := [table!]cell | [table!]cell..cell | [table!]行N | 行N..行N | [table!]COLUMN | COLUMN..COLUMN
 */
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { gridCell, parseCellAddress } from "./cell-name.ts";
import type { CellAddress, Formula, FormulaProblem } from "./formula.ts";

type Read = Result<Formula, FormulaProblem>;
type Problem = FormulaProblem["problem"];

const LONGEST = 2_000;
const TOKEN =
  /\s*(\.\.|[+\-*()（）]|上年(?=\s*[(（])|(?:[1-9]\d{0,2}!)?(?:补\d{1,2}\.\d{1,2}|[A-Z]{1,2}\d{0,3}|行\d{1,3})|\d+)\s*/uy;
const SIGNS: Readonly<Record<string, "plus" | "minus" | "times">> = { "+": "plus", "-": "minus", "*": "times" };

interface Token {
  readonly text: string;
  readonly at: number;
}

export function parseFormula(text: string): Read {
  if (text.length > LONGEST) return problemAt(LONGEST, "", "too-long");
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const reader = new Reader(tokens.value, text.length);
  const sum = readChain(reader, ["+", "-"], () => readChain(reader, ["*"], () => readOne(reader)));
  return sum.ok && reader.peek() ? reader.problem("sign-expected") : sum;
}

function tokensOf(text: string): Result<readonly Token[], FormulaProblem> {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) return problemAt(at, text.slice(at, at + 10), "cell-expected");
    const [whole, token = ""] = found;
    tokens.push({ text: token, at: at + whole.indexOf(token) });
  }
  return ok(tokens);
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #next = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  /** The next token if it is one of these. */
  take(...texts: readonly string[]): Token | undefined {
    const token = this.peek();
    if (!token || (texts.length > 0 && !texts.includes(token.text))) return undefined;
    this.#next += 1;
    return token;
  }

  problem(problem: Problem, token = this.peek()): ReturnType<typeof problemAt> {
    return problemAt(token?.at ?? this.#length, token?.text ?? "", problem);
  }
}

function readChain(reader: Reader, signs: readonly string[], readPart: () => Read): Read {
  let left = readPart();
  for (;;) {
    const sign = left.ok ? SIGNS[reader.take(...signs)?.text ?? ""] : undefined;
    if (!left.ok || sign === undefined) return left;
    const right = readPart();
    if (!right.ok) return right;
    left = ok({ kind: sign, left: left.value, right: right.value });
  }
}

function readOne(reader: Reader): Read {
  if (reader.take("(", "（")) {
    const inside = readChain(reader, ["+", "-"], () => readChain(reader, ["*"], () => readOne(reader)));
    if (!inside.ok) return inside;
    return reader.take(")", "）") ? inside : reader.problem("bracket-missing");
  }
  if (reader.take("上年")) return readLastYear(reader);
  return readPlace(reader);
}

function readLastYear(reader: Reader): Read {
  reader.take("(", "（");
  const token = reader.peek();
  const place = readPlace(reader);
  if (!place.ok) return place;
  if (place.value.kind !== "cell" && place.value.kind !== "range") return reader.problem("cell-expected", token);
  return reader.take(")", "）") ? ok({ ...place.value, lastYear: true }) : reader.problem("bracket-missing");
}

function readPlace(reader: Reader): Read {
  const token = reader.take();
  const first = token && placeOf(token.text);
  if (!first) return reader.problem("cell-expected", token);
  if (!reader.take("..")) return ok(first);
  const end = reader.take();
  const last = end && placeOf(end.text);
  const range = last && rangeOf(first, last);
  return range ? ok(range) : reader.problem("range-crooked", end);
}

const LINE = /^(?:([1-9]\d{0,2})!)?(?:行(\d{1,3})|([A-Z]{1,2}))$/u;

function placeOf(text: string): Formula | undefined {
  if (/^\d+$/.test(text)) return { kind: "number", value: Number(text) };
  const [whole, number, row, column] = LINE.exec(text) ?? [];
  const table = number === undefined ? null : Number(number);
  if (column !== undefined) return { kind: "column", table, column };
  if (whole !== undefined) return { kind: "row", table, row: Number(row) };
  const at = parseCellAddress(text);
  return at && { kind: "cell", at, lastYear: false };
}

/** Both ends of one kind, without a table of their own; cells in one row or one column. */
function rangeOf(first: Formula, last: Formula): Formula | undefined {
  if (first.kind === "row" && last.kind === "row")
    return own(first, last, { kind: "rows", from: first.row, to: last.row });
  if (first.kind === "column" && last.kind === "column")
    return own(first, last, { kind: "columns", from: first.column, to: last.column });
  return first.kind === "cell" && last.kind === "cell" ? cellRange(first.at, last.at) : undefined;
}

interface Tabled {
  readonly table: number | null;
}

function own(first: Tabled, last: Tabled, range: Formula): Formula | undefined {
  return first.table === null && last.table === null ? range : undefined;
}

function cellRange(first: CellAddress, last: CellAddress): Formula | undefined {
  const [from, to] = [gridCell(first.cell), gridCell(last.cell)];
  if (!from || !to || last.table !== null) return undefined;
  if (from.column !== to.column && from.row !== to.row) return undefined;
  return { kind: "range", from: first, to: last, lastYear: false };
}

function problemAt(at: number, given: string, problem: Problem) {
  return refuse({ code: "formula-unreadable", at, given, problem } as const);
}

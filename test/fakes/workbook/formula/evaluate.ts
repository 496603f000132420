import { type CellError, isCellError, type StoredValue } from "../cell-model.ts";
import type { Reference } from "../references.ts";
import { type Expression, type Operator, UnknownFormula } from "./parse-formula.ts";

/** A block of values, or one. */
export type Operand = StoredValue | { readonly block: readonly StoredValue[] };

/** Where a formula finds what it names. */
export interface Surroundings {
  read(reference: Reference): Operand;
  /** undefined: no such name. */
  named(name: string): Operand | undefined;
}

/** The functions that the formulas of our sheets use, and AVERAGE and IFERROR. */
export function evaluate(expression: Expression, around: Surroundings): Operand {
  switch (expression.type) {
    case "constant":
      return expression.value;
    case "error":
      return { error: expression.error };
    case "reference":
      return around.read(expression.reference);
    case "name":
      return around.named(expression.name) ?? { error: "#NAME?" };
    case "negative":
      return calculated("-", 0, single(evaluate(expression.of, around)));
    case "binary":
      return calculated(
        expression.operator,
        single(evaluate(expression.left, around)),
        single(evaluate(expression.right, around)),
      );
    case "call":
      return called(expression.name, expression.parts, around);
  }
}

/** The one value that a cell shows of it. */
export function single(operand: Operand): StoredValue {
  if (!isBlock(operand)) return operand;
  return operand.block.length === 1 ? (operand.block[0] ?? null) : { error: "#VALUE!" };
}

function isBlock(operand: Operand): operand is { readonly block: readonly StoredValue[] } {
  return typeof operand === "object" && operand !== null && "block" in operand;
}

function calculated(operator: Operator, left: StoredValue, right: StoredValue): StoredValue {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  if (operator === "&") return textOf(left) + textOf(right);
  const isAnswered = ORDERS.get(operator);
  return isAnswered ? isAnswered(compared(left, right)) : figured(operator, left, right);
}

const ORDERS: ReadonlyMap<Operator, (order: number) => boolean> = new Map([
  ["=", (order: number) => order === 0],
  ["<>", (order: number) => order !== 0],
  ["<", (order: number) => order < 0],
  [">", (order: number) => order > 0],
  ["<=", (order: number) => order <= 0],
  [">=", (order: number) => order >= 0],
]);

function figured(operator: Operator, left: StoredValue, right: StoredValue): StoredValue {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (isCellError(a)) return a;
  if (isCellError(b)) return b;
  if (operator === "+") return a + b;
  if (operator === "-") return a - b;
  if (operator === "*") return a * b;
  return b === 0 ? { error: "#DIV/0!" } : a / b;
}

function numberOf(value: StoredValue): number | CellError {
  if (isCellError(value)) return value;
  if (value === null) return 0;
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  return Number.isNaN(number) ? { error: "#VALUE!" } : number;
}

function textOf(value: Exclude<StoredValue, CellError>): string {
  return value === null ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** Numbers stand before texts, texts before truth; letter case does not count. */
function compared(left: Exclude<StoredValue, CellError>, right: Exclude<StoredValue, CellError>): number {
  const [a, b] = [left ?? emptyLike(right), right ?? emptyLike(left)];
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase() ? 0 : a < b ? -1 : 1;
  return Number(a) - Number(b);
}

function emptyLike(other: Exclude<StoredValue, CellError>): string | number | boolean {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

function rankOf(value: string | number | boolean): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

function called(name: string, parts: readonly Expression[], around: Surroundings): StoredValue {
  const value = (at: number): StoredValue => {
    const part = parts[at];
    return part ? single(evaluate(part, around)) : null;
  };
  switch (name) {
    case "IF":
      return chosen(value, parts.length);
    case "IFERROR":
      return isCellError(value(0)) ? value(1) : value(0);
    case "ISNUMBER":
      return typeof value(0) === "number";
    case "ROUND":
      return withNumbers([value(0), value(1)], ([figure = 0, digits = 0]) => roundedAway(figure, digits));
    case "RANK":
      return rankIn(value(0), valuesOf(parts.slice(1, 2), around));
    default:
      return gathered(name, valuesOf(parts, around));
  }
}

/** Only the branch that is taken is calculated. */
function chosen(value: (at: number) => StoredValue, parts: number): StoredValue {
  const test = value(0);
  if (isCellError(test)) return test;
  if (test === true || (typeof test === "number" && test !== 0)) return value(1);
  return parts > 2 ? value(2) : false;
}

interface Gathered {
  readonly value: StoredValue;
  /** Typed into the formula itself: then a text that is a number counts. */
  readonly direct: boolean;
}

function valuesOf(parts: readonly Expression[], around: Surroundings): readonly Gathered[] {
  return parts.flatMap((part): readonly Gathered[] => {
    const operand = evaluate(part, around);
    if (isBlock(operand)) return operand.block.map((value) => ({ value, direct: false }));
    return [{ value: operand, direct: part.type !== "reference" && part.type !== "name" }];
  });
}

function gathered(name: string, found: readonly Gathered[]): StoredValue {
  const error = found.find(({ value }) => isCellError(value))?.value;
  const numbers = found.flatMap(({ value, direct }) =>
    typeof value === "number" ? [value] : direct && typeof value === "boolean" ? [Number(value)] : [],
  );
  if (name === "COUNT") return numbers.length;
  const calculate = FIGURES.get(name);
  if (!calculate) throw new UnknownFormula(name);
  return error ?? calculate(numbers);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const FIGURES: ReadonlyMap<string, (numbers: readonly number[]) => StoredValue> = new Map([
  ["SUM", sum],
  ["AVERAGE", (n: readonly number[]): StoredValue => (n.length === 0 ? { error: "#DIV/0!" } : sum(n) / n.length)],
  ["MAX", (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0)],
  ["MIN", (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0)],
]);

function rankIn(value: StoredValue, found: readonly Gathered[]): StoredValue {
  return withNumbers([value], ([own = 0]) => {
    const numbers = found.flatMap((other) => (typeof other.value === "number" ? [other.value] : []));
    return numbers.includes(own) ? numbers.filter((number) => number > own).length + 1 : { error: "#N/A" };
  });
}

function withNumbers(values: readonly StoredValue[], then: (numbers: readonly number[]) => StoredValue): StoredValue {
  const numbers: number[] = [];
  for (const value of values) {
    const number = numberOf(value);
    if (isCellError(number)) return number;
    numbers.push(number);
  }
  return then(numbers);
}

/** Half away from zero, on what the double shows at 15 digits, as spreadsheets do. */
function roundedAway(figure: number, digits: number): number {
  const power = 10 ** digits;
  return (Math.sign(figure) * Math.round(Number((Math.abs(figure) * power).toPrecision(15)))) / power;
}

import { ok, type Result } from "#core/kernel/result.ts";
import type { FieldAddress } from "../field/field-catalogue.ts";
import type { QuestionProblem, Term } from "./question.ts";
import { valuesMeant } from "./read-value.ts";
import type { TokenReader } from "./token-reader.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Read<T> = Result<T, QuestionProblem>;

const SPAN = /^(\d{1,4})(个月|月|年|天|日|months?|years?|days?)$/iu;
const UNIT = /^(?:个月|月|年|天|日|months?|years?|days?)$/iu;

/** A word or quoted text as values of the field. */
export function readValue(reader: TokenReader, vocabulary: Vocabulary, address: FieldAddress): Read<readonly string[]> {
  const token = reader.peek();
  if (token?.kind !== "word" && token?.kind !== "quoted") return reader.problem("value-expected");
  const values = valuesMeant(address, token.text, vocabulary.catalogue);
  if (values.length === 0) return reader.problem("unknown-value");
  reader.take();
  return ok(values);
}

/** The right side of an ordered comparison: a value, another field of the kind, or the day asked for; dates may be moved. */
export function readDateTerm(reader: TokenReader, vocabulary: Vocabulary, address: FieldAddress): Read<Term> {
  const isDate = isDateField(address);
  if (isDate && reader.takeKeyword("today")) return readMoved(reader, { kind: "day", months: 0, days: 0 });
  const other = fieldAhead(reader, vocabulary);
  if (other && isDate === isDateField(other)) {
    reader.take();
    const field = { kind: "field", address: other, months: 0, days: 0 } as const;
    return isDate ? readMoved(reader, field) : ok(field);
  }
  const values = readValue(reader, vocabulary, address);
  return values.ok ? ok({ kind: "literal", text: values.value[0] ?? "" }) : values;
}

function fieldAhead(reader: TokenReader, vocabulary: Vocabulary): FieldAddress | undefined {
  const token = reader.peek();
  const found = token?.kind === "word" ? vocabulary.fieldOf(token.text) : undefined;
  return found === "year-needed" ? undefined : found;
}

function isDateField({ definition: { type } }: FieldAddress): boolean {
  return type === "day" || type === "month";
}

function readMoved(reader: TokenReader, term: Exclude<Term, { readonly kind: "literal" }>): Read<Term> {
  const sign = reader.takeSign("+") ? 1 : reader.takeSign("-") ? -1 : 0;
  if (sign === 0) return ok(term);
  const token = reader.take();
  const [, number = "", name = ""] = SPAN.exec(spanAhead(reader, token?.text ?? "")) ?? [];
  if (number === "") return reader.problem("value-expected", token);
  return ok({ ...term, ...spanOf(Number(number) * sign, name.toLowerCase()) });
}

/** "12个月" and "12 个月" alike. */
function spanAhead(reader: TokenReader, number: string): string {
  const unit = reader.peek()?.text ?? "";
  if (!/^\d+$/.test(number) || !UNIT.test(unit)) return number;
  reader.take();
  return number + unit;
}

function spanOf(number: number, name: string): { readonly months: number; readonly days: number } {
  if (/^(?:年|year)/u.test(name)) return { months: number * 12, days: 0 };
  if (/^(?:个月|月|month)/u.test(name)) return { months: number, days: 0 };
  return { months: 0, days: number };
}

import { ok, type Result } from "#core/kernel/result.ts";
import type { FieldAddress } from "../field/field-catalogue.ts";
import type { Comparison, Condition, QuestionProblem, Term } from "./question.ts";
import type { Keyword } from "./question-words.ts";
import { readDateTerm, readValue } from "./read-term.ts";
import type { TokenReader } from "./token-reader.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Read = Result<Condition, QuestionProblem>;

const ORDERED: ReadonlySet<string> = new Set(["day", "month", "whole", "money"]);

/** A field and what is asked of it. */
export function readTest(reader: TokenReader, vocabulary: Vocabulary): Read {
  const token = reader.peek();
  if (token?.kind !== "word") return reader.problem("field-expected");
  const address = vocabulary.fieldOf(token.text);
  if (address === undefined) return reader.problem("unknown-field");
  if (address === "year-needed") return reader.problem("year-needed");
  reader.take();
  const left: Term = { kind: "field", address, months: 0, days: 0 };
  return readAsked(reader, vocabulary, { address, left });
}

interface Asked {
  readonly address: FieldAddress;
  readonly left: Term;
}

function readAsked(reader: TokenReader, vocabulary: Vocabulary, asked: Asked): Read {
  const by = reader.takeComparison();
  if (by !== undefined) return readCompared(reader, vocabulary, { ...asked, by });
  for (const [keyword, read] of TESTS) if (reader.takeKeyword(keyword)) return read(reader, vocabulary, asked);
  // 学生 alone: who is one.
  if (asked.address.definition.type !== "yes-no") return reader.problem("comparison-expected");
  return ok({ kind: "among", left: asked.left, values: new Set(["1"]) });
}

type ReadTest = (reader: TokenReader, vocabulary: Vocabulary, asked: Asked) => Read;

const TESTS: readonly (readonly [Keyword, ReadTest])[] = [
  ["empty", (_reader, _vocabulary, { left }) => ok({ kind: "empty", left })],
  ["not-empty", (_reader, _vocabulary, { left }) => ok(negated({ kind: "empty", left }))],
  ["contains", (reader, _vocabulary, asked) => readContains(reader, asked)],
  ["in", readAmong],
  ["not-in", (reader, vocabulary, asked) => negate(readAmong(reader, vocabulary, asked))],
  ["between", readBetween],
  ["not", readNotIn],
];

function readNotIn(reader: TokenReader, vocabulary: Vocabulary, asked: Asked): Read {
  return reader.takeKeyword("in")
    ? negate(readAmong(reader, vocabulary, asked))
    : reader.problem("comparison-expected");
}

function readCompared(
  reader: TokenReader,
  vocabulary: Vocabulary,
  { address, left, by }: Asked & { readonly by: Comparison },
): Read {
  const { type } = address.definition;
  if (by !== "=" && by !== "!=" && !ORDERED.has(type)) return reader.problem("no-order");
  if (ORDERED.has(type)) {
    const right = readDateTerm(reader, vocabulary, address);
    return right.ok ? ok({ kind: "compare", left, by, right: right.value }) : right;
  }
  const values = readValue(reader, vocabulary, address);
  if (!values.ok) return values;
  const among: Condition = { kind: "among", left, values: new Set(values.value) };
  return ok(by === "=" ? among : negated(among));
}

function readAmong(reader: TokenReader, vocabulary: Vocabulary, { address, left }: Asked): Read {
  if (!reader.takeKind("open")) return reader.problem("bracket-missing");
  const parts: Condition[] = [];
  do {
    const values = readValue(reader, vocabulary, address);
    if (!values.ok) return values;
    parts.push(...values.value.map((text): Condition => equalTo(address, left, text)));
  } while (reader.takeKind("comma"));
  if (!reader.takeKind("close")) return reader.problem("bracket-missing");
  const plain = parts.flatMap((part) => (part.kind === "among" ? [...part.values] : []));
  return ok(plain.length > 0 ? { kind: "among", left, values: new Set(plain) } : { kind: "any", parts });
}

/** A date is among "2026" when it lies in that year: to the precision of what is written, not letter by letter. */
function equalTo({ definition }: FieldAddress, left: Term, text: string): Condition {
  return ORDERED.has(definition.type)
    ? { kind: "compare", left, by: "=", right: { kind: "literal", text } }
    : { kind: "among", left, values: new Set([text]) };
}

function readBetween(reader: TokenReader, vocabulary: Vocabulary, { address, left }: Asked): Read {
  if (!ORDERED.has(address.definition.type)) return reader.problem("no-order");
  const first = readDateTerm(reader, vocabulary, address);
  if (!first.ok) return first;
  if (!reader.takeKeyword("to") && !reader.takeKeyword("and")) return reader.problem("value-expected");
  const last = readDateTerm(reader, vocabulary, address);
  if (!last.ok) return last;
  const parts: readonly Condition[] = [
    { kind: "compare", left, by: ">=", right: first.value },
    { kind: "compare", left, by: "<=", right: last.value },
  ];
  return ok({ kind: "all", parts });
}

function readContains(reader: TokenReader, { left }: Asked): Read {
  const token = reader.peek();
  if (token?.kind !== "word" && token?.kind !== "quoted") return reader.problem("value-expected");
  reader.take();
  return ok({ kind: "contains", left, text: token.text });
}

function negate(read: Read): Read {
  return read.ok ? ok(negated(read.value)) : read;
}

function negated(part: Condition): Condition {
  return { kind: "not", part };
}

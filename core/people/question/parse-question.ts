/**
 * Reads a question. Grammar, from loose to tight:
 *   any  := all (或 all)*          all := one (且 one)*
 *   one  := 非 one | ( any ) | field test
 *   test := = value | in ( value, ... ) | 在 value 至 value | 为空 | 包含 text | nothing, for a yes-no field
 *   value := word | "text" | date field [+ 12个月] | 今天 [- 30天]
 */
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Condition, QuestionProblem } from "./question.ts";
import type { Keyword } from "./question-words.ts";
import { TokenReader } from "./token-reader.ts";
import { readTest } from "./read-test.ts";
import { tokensOf } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

const LONGEST = 4_000;
const DEEPEST = 40;

type Read = Result<Condition, QuestionProblem>;

/** An empty text asks for everybody. */
export function parseQuestion(text: string, vocabulary: Vocabulary): Read {
  if (text.length > LONGEST)
    return refuse({ code: "question-unreadable", at: LONGEST, given: "", problem: "too-long" });
  const tokens = tokensOf(text, vocabulary.markedNames);
  if (!tokens.ok) return tokens;
  if (tokens.value.length === 0) return ok({ kind: "always" });
  const reader = new TokenReader(tokens.value, text.length);
  const condition = readAny(reader, vocabulary, 0);
  if (!condition.ok || reader.atEnd()) return condition;
  return reader.problem(reader.isKind("close") ? "bracket-open" : "and-or-expected");
}

function readAny(reader: TokenReader, vocabulary: Vocabulary, depth: number): Read {
  return readChain(reader, { word: "or", kind: "any" }, () => readAll(reader, vocabulary, depth));
}

function readAll(reader: TokenReader, vocabulary: Vocabulary, depth: number): Read {
  return readChain(reader, { word: "and", kind: "all" }, () => readOne(reader, vocabulary, depth));
}

function readChain(
  reader: TokenReader,
  chain: { readonly word: Keyword; readonly kind: "all" | "any" },
  readPart: () => Read,
): Read {
  const parts: Condition[] = [];
  do {
    const part = readPart();
    if (!part.ok) return part;
    parts.push(part.value);
  } while (reader.takeKeyword(chain.word));
  const [only] = parts;
  return ok(parts.length === 1 && only ? only : { kind: chain.kind, parts });
}

function readOne(reader: TokenReader, vocabulary: Vocabulary, depth: number): Read {
  if (depth > DEEPEST) return reader.problem("too-deep");
  if (reader.takeKeyword("not")) {
    const part = readOne(reader, vocabulary, depth + 1);
    return part.ok ? ok({ kind: "not", part: part.value }) : part;
  }
  if (!reader.takeKind("open")) return readTest(reader, vocabulary);
  const inside = readAny(reader, vocabulary, depth + 1);
  if (!inside.ok) return inside;
  return reader.takeKind("close") ? inside : reader.problem(reader.atEnd() ? "bracket-missing" : "and-or-expected");
}

import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { QuestionProblem } from "./question.ts";

export interface Token {
  readonly kind: "word" | "quoted" | "sign" | "open" | "close" | "comma";
  readonly text: string;
  readonly at: number;
}

const SPACE = /\s+/uy;
const SIGN = /(?:&&|\|\||==|!=|<>|<=|>=|[=<>≤≥≠!+])/uy;
/** A minus is a sign only where no date or word goes on. */
const MINUS = /-(?=\s)/uy;
const WORD = /[^\s()（）,，、=<>≤≥≠!+&|"“”]+/uy;
const QUOTED = /["“]([^"“”]*)["”]/uy;
/** Behind the name of a field that is kept by year. */
const OF_YEAR = /\.(?:19|20)\d{2}(?!\d)/uy;
const MARKS: Readonly<Record<string, Token["kind"]>> = {
  "(": "open",
  "（": "open",
  ")": "close",
  "）": "close",
  ",": "comma",
  "，": "comma",
  "、": "comma",
};

/**
 * Cuts a question into words and signs.
 * @param names known names that contain marks of their own ("出国（境）", "高中、中技"), longest first: they stay whole
 */
export function tokensOf(text: string, names: readonly string[]): Result<readonly Token[], QuestionProblem> {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    at += lengthOf(SPACE, text, at);
    if (at >= text.length) break;
    const token = tokenAt(text, at, names);
    if (!token)
      return refuse({ code: "question-unreadable", at, given: text.slice(at, at + 10), problem: "quote-open" });
    tokens.push(token.token);
    at += token.length;
  }
  return ok(tokens);
}

interface Cut {
  readonly token: Token;
  readonly length: number;
}

function tokenAt(text: string, at: number, names: readonly string[]): Cut | undefined {
  const name = names.find((each) => text.startsWith(each, at));
  if (name !== undefined) {
    const length = name.length + lengthOf(OF_YEAR, text, at + name.length);
    return { token: { kind: "word", text: text.slice(at, at + length), at }, length };
  }
  const mark = MARKS[text.charAt(at)];
  if (mark) return { token: { kind: mark, text: text.charAt(at), at }, length: 1 };
  const [quoted, inside] = matchAt(QUOTED, text, at) ?? [];
  if (quoted !== undefined) return { token: { kind: "quoted", text: inside ?? "", at }, length: quoted.length };
  for (const [kind, form] of [
    ["sign", SIGN],
    ["sign", MINUS],
    ["word", WORD],
  ] as const) {
    const [found] = matchAt(form, text, at) ?? [];
    if (found !== undefined) return { token: { kind, text: found, at }, length: found.length };
  }
  return undefined;
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

function lengthOf(form: RegExp, text: string, at: number): number {
  return matchAt(form, text, at)?.[0].length ?? 0;
}

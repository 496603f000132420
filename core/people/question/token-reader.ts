import { refuse, type Result } from "#core/kernel/result.ts";
import type { Comparison, QuestionProblem } from "./question.ts";
import { COMPARISONS, KEYWORDS, type Keyword } from "./question-words.ts";
import type { Token } from "./tokens.ts";

/** Walks over the tokens of one question; the only thing that moves while it is read. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  atEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  isKind(kind: Token["kind"]): boolean {
    return this.peek()?.kind === kind;
  }

  take(): Token | undefined {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  takeKind(kind: Token["kind"]): boolean {
    const is = this.isKind(kind);
    if (is) this.#next += 1;
    return is;
  }

  takeKeyword(keyword: Keyword): boolean {
    const token = this.peek();
    const is = token !== undefined && token.kind !== "quoted" && KEYWORDS.get(token.text.toLowerCase()) === keyword;
    if (is) this.#next += 1;
    return is;
  }

  takeSign(text: string): boolean {
    const token = this.peek();
    const is = token?.kind === "sign" && token.text === text;
    if (is) this.#next += 1;
    return is;
  }

  takeComparison(): Comparison | undefined {
    const token = this.peek();
    const by = token && token.kind !== "quoted" ? COMPARISONS.get(token.text.toLowerCase()) : undefined;
    if (by !== undefined) this.#next += 1;
    return by;
  }

  /** At the token that comes next, or at the one before it. */
  problem(problem: QuestionProblem["problem"], token = this.peek()): Result<never, QuestionProblem> {
    const { at = this.#end, text = "" } = token ?? {};
    return refuse({ code: "question-unreadable", at, given: text, problem });
  }
}

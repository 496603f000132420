import { parseReference, type Reference, REFERENCE_SOURCE } from "../references.ts";

export type Operator = "=" | "<>" | "<" | ">" | "<=" | ">=" | "&" | "+" | "-" | "*" | "/";

export type Expression =
  | { readonly type: "constant"; readonly value: string | number | boolean }
  | { readonly type: "error"; readonly error: string }
  | { readonly type: "reference"; readonly reference: Reference }
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "negative"; readonly of: Expression }
  | { readonly type: "binary"; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly type: "call"; readonly name: string; readonly parts: readonly Expression[] };

/** What the small grammar of our sheets does not know; the cell then keeps the figure it has. */
export class UnknownFormula extends Error {}

const TOKEN = new RegExp(
  [
    String.raw`\s*(?:(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<error>(?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?#(?:REF!|NAME\?|DIV/0!|VALUE!|N/A))`,
    `(?<reference>${REFERENCE_SOURCE})`,
    String.raw`(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)`,
    String.raw`(?<word>[\p{L}_\\][\p{L}\p{N}_.]*)`,
    String.raw`(?<sign><>|<=|>=|[=<>&+\-*/(),]))`,
  ].join("|"),
  "uy",
);

interface Token {
  readonly kind: "text" | "error" | "reference" | "number" | "word" | "sign";
  readonly text: string;
  readonly reference?: Reference | undefined;
}

const known = new Map<string, Expression>();

/** @throws UnknownFormula */
export function parseFormula(formula: string): Expression {
  const parsed = known.get(formula) ?? new Parser(tokens(formula)).whole();
  known.set(formula, parsed);
  return parsed;
}

const KINDS = ["text", "error", "reference", "number", "word", "sign"] as const;

function tokens(formula: string): readonly Token[] {
  const found: Token[] = [];
  const text = formula.trim();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length;) {
    const match = TOKEN.exec(text);
    if (!match) throw new UnknownFormula(formula);
    const kind = KINDS.find((candidate) => match.groups?.[candidate] !== undefined) ?? "sign";
    const [, , , , sheet, first = "", last] = match;
    const reference = kind === "reference" ? parseReference(sheet, first, last) : undefined;
    found.push({ kind, text: match.groups?.[kind] ?? "", reference });
  }
  return found;
}

const LEVELS: readonly (readonly string[])[] = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"]];

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(found: readonly Token[]) {
    this.#tokens = found;
  }

  whole(): Expression {
    const expression = this.#level(0);
    if (this.#at < this.#tokens.length) throw new UnknownFormula("more than a formula");
    return expression;
  }

  #level(level: number): Expression {
    const signs = LEVELS[level];
    if (!signs) return this.#signed();
    let left = this.#level(level + 1);
    for (let sign = this.#sign(signs); sign !== undefined; sign = this.#sign(signs)) {
      left = { type: "binary", operator: sign as Operator, left, right: this.#level(level + 1) };
    }
    return left;
  }

  #signed(): Expression {
    if (this.#sign(["-"]) !== undefined) return { type: "negative", of: this.#signed() };
    if (this.#sign(["+"]) !== undefined) return this.#signed();
    return this.#single();
  }

  #single(): Expression {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined || token.kind === "sign" || token.kind === "reference")
      return this.#referenceOrBracket(token);
    switch (token.kind) {
      case "text":
        return { type: "constant", value: token.text.slice(1, -1).replaceAll('""', '"') };
      case "number":
        return { type: "constant", value: Number(token.text) };
      case "error":
        return { type: "error", error: token.text.slice(token.text.indexOf("#")) };
      case "word":
        return this.#word(token.text);
    }
  }

  #referenceOrBracket(token: Token | undefined): Expression {
    if (token?.reference) return { type: "reference", reference: token.reference };
    if (token?.text === "(") return this.#bracket();
    throw new UnknownFormula("value wanted");
  }

  #bracket(): Expression {
    const inner = this.#level(0);
    this.#close();
    return inner;
  }

  #word(word: string): Expression {
    if (this.#sign(["("]) !== undefined) {
      const parts: Expression[] = [];
      if (this.#sign([")"]) !== undefined) return { type: "call", name: word.toUpperCase(), parts };
      do parts.push(this.#level(0));
      while (this.#sign([","]) !== undefined);
      this.#close();
      return { type: "call", name: word.toUpperCase(), parts };
    }
    if (/^(?:TRUE|FALSE)$/i.test(word)) return { type: "constant", value: word.toUpperCase() === "TRUE" };
    return { type: "name", name: word };
  }

  #sign(wanted: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || !wanted.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  #close(): void {
    if (this.#sign([")"]) === undefined) throw new UnknownFormula("bracket left open");
  }
}

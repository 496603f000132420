/** Screen languages; the first is the house's own. */
export type Language = "zh-CN" | "en";

/** One sentence per code of a union, made from its facts: a new code does not compile until it has one. */
export type Sentences<U extends { readonly code: string }> = {
  readonly [Code in U["code"]]: (facts: Extract<U, { readonly code: Code }>) => string;
};

import type { FieldAddress, FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { Condition, Term } from "#core/people/question/question.ts";

/** How it is said: names of fields and codes in that language. Chinese is the default: it may be typed again as a question. */
export type SayingLanguage = "zh" | "en";
type Codes = Pick<FieldCatalogue, "codeList">;

interface ConditionWords {
  readonly all: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly contains: string;
  readonly among: string;
  readonly empty: string;
  readonly filled: string;
  readonly day: string;
  readonly yes: string;
  readonly no: string;
  readonly months: string;
  readonly days: string;
}

const WORDS: Readonly<Record<SayingLanguage, ConditionWords>> = {
  zh: {
    ...{ all: "全部", and: "且", or: "或", not: "非", contains: "包含", among: "属于" },
    ...{ empty: "为空", filled: "不为空", day: "期末", yes: "是", no: "否", months: "个月", days: "天" },
  },
  en: {
    ...{ all: "everything", and: "and", or: "or", not: "not", contains: "contains", among: "among" },
    ...{ empty: "is empty", filled: "is not empty", day: "the reporting date", yes: "yes", no: "no" },
    ...{ months: " months", days: " days" },
  },
};

/** A condition in the question language, with the names of its fields and codes. */
export function sayCondition(condition: Condition, catalogue: Codes, language: SayingLanguage = "zh"): string {
  const words = WORDS[language];
  const inner = (part: Condition): string => inBrackets(part, catalogue, language);
  if ("left" in condition) return sayTest(condition, catalogue, language);
  switch (condition.kind) {
    case "always":
      return words.all;
    case "all":
    case "any":
      return condition.parts.map(inner).join(` ${condition.kind === "all" ? words.and : words.or} `);
    case "not":
      return sayNot(condition.part, catalogue, language);
  }
}

function sayNot(part: Condition, catalogue: Codes, language: SayingLanguage): string {
  const words = WORDS[language];
  return part.kind === "empty"
    ? `${sayTerm(part.left, language)} ${words.filled}`
    : `${words.not} ${inBrackets(part, catalogue, language)}`;
}

type Test = Exclude<Condition, { readonly kind: "always" | "all" | "any" | "not" }>;

function sayTest(test: Test, catalogue: Codes, language: SayingLanguage): string {
  const name = sayTerm(test.left, language);
  switch (test.kind) {
    case "compare":
      return `${name} ${test.by} ${sayTarget(test, catalogue, language)}`;
    case "among":
      return sayAmong(test, catalogue, language);
    case "contains":
      return `${name} ${WORDS[language].contains} ${test.text}`;
    case "empty":
      return `${name} ${WORDS[language].empty}`;
  }
}

/** What a term is compared with: what is written down reads as the value of the field it is held against. */
export function sayTarget(
  { left, right }: Extract<Condition, { readonly kind: "compare" }>,
  { codeList }: Codes,
  language: SayingLanguage,
): string {
  if (left.kind !== "field" || right.kind !== "literal") return sayTerm(right, language);
  return sayValue(left.address, right.text, { codeList, language });
}

function inBrackets(condition: Condition, catalogue: Codes, language: SayingLanguage): string {
  const said = sayCondition(condition, catalogue, language);
  return condition.kind === "all" || condition.kind === "any" ? `(${said})` : said;
}

function sayAmong(
  { left, values }: Extract<Condition, { readonly kind: "among" }>,
  catalogue: Codes,
  language: SayingLanguage,
): string {
  const names = [...values].map((value) =>
    left.kind === "field" ? sayValue(left.address, value, { codeList: catalogue.codeList, language }) : value,
  );
  const named = sayTerm(left, language);
  return names.length === 1
    ? `${named} = ${names[0] ?? ""}`
    : `${named} ${WORDS[language].among} (${names.join(", ")})`;
}

/** A field's value as a person reads it. */
export function sayValue(
  { definition }: Pick<FieldAddress, "definition">,
  value: string,
  { codeList, language = "zh" }: Codes & { readonly language?: SayingLanguage },
): string {
  if (definition.type === "yes-no") return value === "1" ? WORDS[language].yes : WORDS[language].no;
  if (definition.codes === undefined) return value;
  return codeList(definition.codes).byCode.get(value)?.[language] ?? value;
}

export function sayTerm(term: Term, language: SayingLanguage = "zh"): string {
  if (term.kind === "literal") return term.text;
  const words = WORDS[language];
  const name = term.kind === "day" ? words.day : `${term.address.definition.label[language]}${term.address.year ?? ""}`;
  return `${name}${moved(term.months, words.months)}${moved(term.days, words.days)}`;
}

function moved(count: number, unit: string): string {
  return count === 0 ? "" : ` ${count < 0 ? "-" : "+"} ${Math.abs(count)}${unit}`;
}

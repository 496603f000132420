import type { FieldAddress, FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { Comparison, Condition, Term } from "#core/people/question/question.ts";
import { testsOf } from "#core/report/population/columns/field-tests.ts";
import type { WhyNot } from "#core/report/tracing/contrast.ts";
import { sayCondition, sayTarget, sayTerm, sayValue, type SayingLanguage } from "#core/report/tracing/say-condition.ts";

type Codes = Pick<FieldCatalogue, "codeList">;

/** Why a record is not counted in the other cell, as a sentence: "岗位开始日期 2027-01-05，晚于期末 2026-12-31" (R5a). */
export function sayWhyNot(
  why: WhyNot,
  { codeList, day, language }: Codes & { readonly day: string; readonly language: SayingLanguage },
): string {
  const words = WORDS[language];
  if (why.kind !== "condition") return words[why.kind];
  const said = failed(why, { codeList, day, language });
  if (said !== undefined) return said;
  const looked = lookedAt(why, { codeList, day, language });
  return words.unmet(sayCondition(why.failing, { codeList }, language), looked.join(words.comma));
}

/** What the record says of each field that was asked, by its name. */
function lookedAt({ failing, facts }: Failed, saying: Saying): readonly string[] {
  const terms = testsOf(failing).flatMap((test) => (test.kind === "compare" ? [test.left, test.right] : [test.left]));
  const addresses = new Map(terms.flatMap((term) => (term.kind === "field" ? [[term.address.key, term.address]] : [])));
  return [...addresses.values()].map((address) => {
    const value = facts[address.key] ?? "";
    const name = sayTerm({ kind: "field", address, months: 0, days: 0 }, saying.language);
    return `${name} ${value === "" ? WORDS[saying.language].nothing : shown(address, value, saying)}`;
  });
}

type Failed = Extract<WhyNot, { readonly kind: "condition" }>;
type Saying = Codes & { readonly day: string; readonly language: SayingLanguage };

/** The commonest tests in words of their own; undefined: said as the rule is written. */
function failed(why: Failed, saying: Saying): string | undefined {
  const { failing, facts } = why;
  const words = WORDS[saying.language];
  const [test, holdsNot] = failing.kind === "not" ? [failing.part, false] : [unlessEmpty(failing), true];
  if (!("left" in test) || test.left.kind !== "field") return undefined;
  const { left } = test;
  const name = sayTerm(left, saying.language);
  const value = facts[left.address.key] ?? "";
  if (test.kind === "empty")
    return holdsNot ? words.filled(name, shown(left.address, value, saying)) : words.empty(name);
  if (!holdsNot) return undefined;
  if (value === "") return words.emptyWanted(name, should(test, saying));
  const has = `${name} ${shown(left.address, value, saying)}`;
  if (test.kind === "compare") return compared(test, has, saying);
  return words.isNone(has, wanted(test, saying));
}

/** "截止日期为空，或不早于…": who has one there fails at the day only. */
function unlessEmpty(failing: Condition): Condition {
  if (failing.kind !== "any" || failing.parts.length !== 2) return failing;
  const none = failing.parts.find((part) => part.kind === "empty");
  const other = failing.parts.find((part) => part !== none);
  if (!none || !other || !("left" in other) || other.kind === "empty") return failing;
  return fieldOf(none.left) === fieldOf(other.left) && fieldOf(none.left) !== undefined ? other : failing;
}

function fieldOf(term: Term): string | undefined {
  return term.kind === "field" ? term.address.key : undefined;
}

type Test = Exclude<Condition, { readonly kind: "always" | "all" | "any" | "not" | "empty" }>;

function compared(test: Extract<Test, { readonly kind: "compare" }>, has: string, saying: Saying): string {
  const words = WORDS[saying.language];
  return words.against(has, (isOfDays(test) ? words.times : words.sizes)[test.by], target(test, saying));
}

function isOfDays({ left }: Extract<Test, { readonly kind: "compare" }>): boolean {
  return left.kind === "field" && left.address.definition.type === "day";
}

function target(test: Extract<Test, { readonly kind: "compare" }>, { codeList, day, language }: Saying): string {
  const said = sayTarget(test, { codeList }, language);
  const { right: term } = test;
  return term.kind === "day" && term.months === 0 && term.days === 0 ? `${said} ${day}` : said;
}

/** What should stand where nothing does. */
function should(test: Test, saying: Saying): string {
  const { should: words } = WORDS[saying.language];
  if (test.kind === "compare")
    return `${(isOfDays(test) ? words.times : words.sizes)[test.by]} ${target(test, saying)}`;
  return test.kind === "contains" ? `${words.hold} ${test.text}` : `${words.be} ${wanted(test, saying)}`;
}

/** What it should have been one of. */
function wanted(test: Exclude<Test, { readonly kind: "compare" }>, saying: Saying): string {
  if (test.kind === "contains") return `${WORDS[saying.language].holding} ${test.text}`;
  const { left } = test;
  const names = [...test.values].map((value) => (left.kind === "field" ? shown(left.address, value, saying) : value));
  const { comma } = WORDS[saying.language];
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(comma)} …` : names.join(comma);
}

const MOST_NAMED = 6;

function shown(address: FieldAddress, value: string, { codeList, language }: Saying): string {
  return sayValue(address, value, { codeList, language });
}

/** Each comparison, or its opposite, in words. */
type Comparisons = Readonly<Record<Comparison, string>>;

interface WhyWords {
  readonly "not-among": string;
  readonly "other-unit": string;
  readonly balanced: string;
  readonly nothing: string;
  readonly comma: string;
  readonly holding: string;
  /** What it is instead. */
  readonly times: Comparisons;
  readonly sizes: Comparisons;
  readonly should: {
    readonly be: string;
    readonly hold: string;
    readonly times: Comparisons;
    readonly sizes: Comparisons;
  };
  empty(name: string): string;
  filled(name: string, value: string): string;
  emptyWanted(name: string, wanted: string): string;
  isNone(has: string, wanted: string): string;
  against(has: string, opposite: string, target: string): string;
  unmet(rule: string, looked: string): string;
}

const WORDS: Readonly<Record<SayingLanguage, WhyWords>> = {
  zh: {
    ...{
      "not-among": "不在统计对象中",
      "other-unit": "在其他党组织统计",
      balanced: "一加一减，互相抵消",
      nothing: "空",
      comma: "、",
      holding: "含",
    },
    times: { "=": "不是", "!=": "正是", "<": "不早于", "<=": "晚于", ">": "不晚于", ">=": "早于" },
    sizes: { "=": "不是", "!=": "正是", "<": "不小于", "<=": "大于", ">": "不大于", ">=": "小于" },
    should: {
      ...{ be: "为", hold: "含" },
      times: { "=": "为", "!=": "不是", "<": "早于", "<=": "不晚于", ">": "晚于", ">=": "不早于" },
      sizes: { "=": "为", "!=": "不是", "<": "小于", "<=": "不大于", ">": "大于", ">=": "不小于" },
    },
    empty: (name) => `${name}为空`,
    filled: (name, value) => `${name}不为空（${value}）`,
    emptyWanted: (name, wanted) => `${name}为空，应${wanted}`,
    isNone: (has, wanted) => `${has}，不属于：${wanted}`,
    against: (has, opposite, to) => `${has}，${opposite} ${to}`,
    unmet: (rule, looked) => `不符合“${rule}”（${looked}）`,
  },
  en: {
    ...{
      "not-among": "not among the records counted",
      "other-unit": "counted in another organisation",
      balanced: "counted once and taken off again",
    },
    ...{ nothing: "empty", comma: ", ", holding: "with" },
    times: { "=": "not", "!=": "exactly", "<": "not before", "<=": "after", ">": "not after", ">=": "before" },
    sizes: { "=": "not", "!=": "exactly", "<": "not below", "<=": "above", ">": "not above", ">=": "below" },
    should: {
      ...{ be: "be", hold: "contain" },
      times: {
        ...{ "=": "be", "!=": "not be", "<": "be before", "<=": "not be after" },
        ...{ ">": "be after", ">=": "not be before" },
      },
      sizes: {
        ...{ "=": "be", "!=": "not be", "<": "be below", "<=": "not be above" },
        ...{ ">": "be above", ">=": "not be below" },
      },
    },
    empty: (name) => `${name} is empty`,
    filled: (name, value) => `${name} is not empty (${value})`,
    emptyWanted: (name, wanted) => `${name} is empty; it should ${wanted}`,
    isNone: (has, wanted) => `${has} is none of: ${wanted}`,
    against: (has, opposite, to) => `${has}, ${opposite} ${to}`,
    unmet: (rule, looked) => `does not meet "${rule}" (${looked})`,
  },
};

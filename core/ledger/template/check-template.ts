import { compare, parseRational, rational, sum, toText, ZERO } from "#core/kernel/rational.ts";
import { checkDecimal, checkWeights } from "../template-check/check-decimal.ts";
import { checkKind } from "../template-check/check-kind.ts";
import { areDecimalsValid, checkClasses, checkPolicy } from "../template-check/check-policy.ts";
import { checkScaleFineness } from "../template-check/check-scale.ts";
import { checkKeys, checkOptionalText, checkTabName, checkText, TEXT_LIMITS } from "../template-check/check-text.ts";
import { isSummed } from "../scoring/scheme-maximum.ts";
import {
  LARGEST_SCORE,
  LARGEST_SUM,
  MOST_COLUMNS,
  MOST_DECIMALS,
  MOST_ITEMS,
  MOST_QUALITATIVE,
  MOST_SECTIONS,
} from "../scoring/score-limits.ts";
import type { QuantitativeItem, Section, TemplateBody } from "./template.ts";
import { problem, type TemplateProblem } from "./template-problem.ts";

/**
 * Everything that would keep a template from being published (L1, L12), each with its place; empty when it is sound.
 * What passes here is trusted everywhere else: totals, formulas and sheets do not check again.
 */
export function checkTemplate(body: TemplateBody): readonly TemplateProblem[] {
  // With unusable decimals only that is reported; the numbers are then measured against the most there can be.
  const decimals = areDecimalsValid(body.policy.decimals) ? body.policy.decimals : MOST_DECIMALS;
  const problems = [
    ...checkHead(body),
    ...checkColumns(body),
    ...checkSections(body, decimals),
    ...checkQualitative(body, decimals),
    ...checkAllKeys(body),
    ...checkPolicy(body.policy, decimals),
    ...checkClasses(body.policy, body.qualitative.length > 0),
    ...checkHalves(body),
  ];
  // Only numbers that are sound one by one can be judged together.
  return problems.length > 0 ? problems : [...checkScaleFineness(body)];
}

function* checkHead({ name, year }: TemplateBody): Generator<TemplateProblem> {
  yield* checkTabName("name", name);
  if (!Number.isInteger(year) || year < 2000 || year > 2100)
    yield problem("year-invalid", "year", { given: year, expected: "2000..2100" });
}

function* checkColumns({ columns }: TemplateBody): Generator<TemplateProblem> {
  if (columns.length > MOST_COLUMNS)
    yield problem("too-many", "columns", { given: columns.length, expected: MOST_COLUMNS });
  yield* checkKeys(columns.map(({ key }, index) => [`columns.${index}.key`, key] as const));
  if (!columns.some(({ key }) => key === "task")) yield problem("column-missing", "columns", { expected: "task" });
  for (const [index, { title, width }] of columns.entries()) {
    yield* checkText(`columns.${index}.title`, title, TEXT_LIMITS.columnTitle);
    if (!(width >= 2 && width <= 120))
      yield problem("width-invalid", `columns.${index}.width`, { given: width, expected: "2..120" });
  }
}

function* checkSections(body: TemplateBody, decimals: number): Generator<TemplateProblem> {
  const { sections } = body;
  if (sections.length > MOST_SECTIONS)
    yield problem("too-many", "sections", { given: sections.length, expected: MOST_SECTIONS });
  const items = sections.reduce((count, section) => count + section.items.length, 0);
  if (items > MOST_ITEMS) yield problem("too-many", "sections", { given: items, expected: MOST_ITEMS });
  const columns = new Set(body.columns.map(({ key }) => key));
  for (const [index, section] of sections.entries()) {
    const place = `sections.${index}`;
    yield* checkText(`${place}.title`, section.title, TEXT_LIMITS.sectionTitle);
    if (section.items.length === 0) yield problem("too-few", `${place}.items`, { given: 0, expected: 1 });
    yield* checkItems(place, section, { columns, decimals });
  }
  yield* checkSectionWeights(sections);
  yield* checkSum(
    "sections",
    sections.flatMap((section) => section.items.map(largestMagnitude)),
  );
}

function* checkItems(
  section: string,
  { items }: Section,
  facts: { columns: ReadonlySet<string>; decimals: number },
): Generator<TemplateProblem> {
  for (const [index, item] of items.entries()) {
    const place = `${section}.items.${index}`;
    yield* checkOptionalText(`${place}.number`, item.number, TEXT_LIMITS.itemNumber);
    yield* checkText(`${place}.texts.task`, item.texts["task"] ?? "", TEXT_LIMITS.itemText);
    for (const [column, text] of Object.entries(item.texts)) {
      if (!facts.columns.has(column)) yield problem("column-unknown", `${place}.texts.${column}`, { given: column });
      if (column !== "task") yield* checkOptionalText(`${place}.texts.${column}`, text, TEXT_LIMITS.itemText);
    }
    yield* checkKind(place, item, facts.decimals);
  }
}

/** Every section has a weight and they sum to 1, or none has (L12). */
function* checkSectionWeights(sections: readonly Section[]): Generator<TemplateProblem> {
  const weighted = sections.flatMap(({ weight }, index) =>
    weight === null ? [] : [[`sections.${index}.weight`, weight] as const],
  );
  if (weighted.length === 0) return;
  if (weighted.length < sections.length)
    yield problem("weights-partial", "sections", { given: weighted.length, expected: sections.length });
  else yield* checkWeights("sections", weighted, false);
}

function* checkQualitative({ qualitative }: TemplateBody, decimals: number): Generator<TemplateProblem> {
  if (qualitative.length > MOST_QUALITATIVE)
    yield problem("too-many", "qualitative", { given: qualitative.length, expected: MOST_QUALITATIVE });
  for (const [index, item] of qualitative.entries()) {
    const place = `qualitative.${index}`;
    yield* checkText(`${place}.name`, item.name, TEXT_LIMITS.qualitativeName);
    yield* checkOptionalText(`${place}.description`, item.description, TEXT_LIMITS.description);
    yield* checkDecimal(`${place}.maximum`, item.maximum, { decimals, above: true });
  }
  yield* checkSum(
    "qualitative",
    qualitative.map((item) => item.maximum),
  );
}

/** An item's key is unique in the whole template: evidence, scores and history hang on it. */
function* checkAllKeys({ sections, qualitative }: TemplateBody): Generator<TemplateProblem> {
  yield* checkKeys(sections.map(({ key }, index) => [`sections.${index}.key`, key] as const));
  const items = sections.flatMap((section, at) =>
    section.items.map(({ key }, index) => [`sections.${at}.items.${index}.key`, key] as const),
  );
  yield* checkKeys([...items, ...qualitative.map(({ key }, index) => [`qualitative.${index}.key`, key] as const)]);
}

/** A half with weight needs something to score: otherwise nobody could ever reach full marks. */
function* checkHalves({ sections, qualitative, policy }: TemplateBody): Generator<TemplateProblem> {
  const scored = sections.some((section) => section.items.some(isSummed));
  if (!scored && isPositive(policy.quantitativeWeight)) yield problem("half-without-items", "sections");
  if (qualitative.length === 0 && isPositive(policy.qualitativeWeight))
    yield problem("half-without-items", "qualitative");
}

/** The furthest from 0 that an item's score can be: an uncapped bonus and a negative floor count too. */
function largestMagnitude({ kind, maximum }: QuantitativeItem): string {
  if (kind.kind === "bonus" && kind.cap === null) return LARGEST_SCORE;
  const floor = kind.kind === "deduction" ? kind.floor.replace("-", "") : "0";
  return compare(parseRational(floor) ?? ZERO, parseRational(maximum) ?? ZERO) > 0 ? floor : maximum;
}

function isPositive(weight: string): boolean {
  const value = parseRational(weight);
  return value !== undefined && compare(value, ZERO) > 0;
}

function* checkSum(place: string, maxima: readonly string[]): Generator<TemplateProblem> {
  const total = sum(maxima.map((text) => parseRational(text) ?? ZERO));
  if (compare(total, rational(LARGEST_SUM)) > 0)
    yield problem("number-out-of-range", place, { given: toText(total), expected: `0..${LARGEST_SUM}` });
}

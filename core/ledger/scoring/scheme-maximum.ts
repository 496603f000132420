import { add, multiply, rational, sum, ZERO, type Rational } from "#core/kernel/rational.ts";
import type { QuantitativeItem, Section, TemplateBody } from "../template/template.ts";

/**
 * Full marks of the quantitative half before its weight: all items, sections times their weights. A bonus comes on top
 * of full marks and a veto item adds nothing, so neither counts. "to-base" divides by this (L13).
 */
export function quantitativeMaximum(body: Pick<TemplateBody, "sections">): Rational {
  return sum(body.sections.map(weightedMaximum));
}

/** Full marks of the qualitative half before its weight. */
export function qualitativeMaximum(body: Pick<TemplateBody, "qualitative">): Rational {
  return sum(body.qualitative.map((item) => rational(item.maximum)));
}

/** Does the item's score enter its section's subtotal? A veto item acts through the policy instead. */
export function isSummed(item: Pick<QuantitativeItem, "kind">): boolean {
  return item.kind.kind !== "veto";
}

function weightedMaximum(section: Section): Rational {
  const maximum = section.items.reduce(
    (total, item) => add(total, countsForMaximum(item) ? rational(item.maximum) : ZERO),
    ZERO,
  );
  return section.weight === null ? maximum : multiply(maximum, rational(section.weight));
}

function countsForMaximum(item: QuantitativeItem): boolean {
  return item.kind.kind !== "veto" && item.kind.kind !== "bonus";
}

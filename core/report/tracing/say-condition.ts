import type { FieldAddress, FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { Condition, Term } from "#core/people/question/question.ts";

/** A condition in the question language, with the fields' Chinese names and the codes' names: what a person reads and may type again. */
export function sayCondition(condition: Condition, catalogue: Pick<FieldCatalogue, "codeList">): string {
  switch (condition.kind) {
    case "always":
      return "全部";
    case "all":
      return condition.parts.map((part) => inBrackets(part, catalogue)).join(" 且 ");
    case "any":
      return condition.parts.map((part) => inBrackets(part, catalogue)).join(" 或 ");
    case "not":
      return condition.part.kind === "empty"
        ? `${sayTerm(condition.part.left)} 不为空`
        : `非 ${inBrackets(condition.part, catalogue)}`;
    case "compare":
      return `${sayTerm(condition.left)} ${condition.by} ${sayTerm(condition.right)}`;
    case "among":
      return sayAmong(condition.left, [...condition.values], catalogue);
    case "contains":
      return `${sayTerm(condition.left)} 包含 ${condition.text}`;
    case "empty":
      return `${sayTerm(condition.left)} 为空`;
  }
}

function inBrackets(condition: Condition, catalogue: Pick<FieldCatalogue, "codeList">): string {
  const said = sayCondition(condition, catalogue);
  return condition.kind === "all" || condition.kind === "any" ? `(${said})` : said;
}

function sayAmong(left: Term, values: readonly string[], catalogue: Pick<FieldCatalogue, "codeList">): string {
  const names = values.map((value) => (left.kind === "field" ? sayValue(left.address, value, catalogue) : value));
  return names.length === 1 ? `${sayTerm(left)} = ${names[0] ?? ""}` : `${sayTerm(left)} 属于 (${names.join(", ")})`;
}

/** A field's value as a person reads it. */
export function sayValue(
  { definition }: FieldAddress,
  value: string,
  catalogue: Pick<FieldCatalogue, "codeList">,
): string {
  if (definition.type === "yes-no") return value === "1" ? "是" : "否";
  if (definition.codes === undefined) return value;
  return catalogue.codeList(definition.codes).byCode.get(value)?.zh ?? value;
}

function sayTerm(term: Term): string {
  if (term.kind === "literal") return term.text;
  const name = term.kind === "day" ? "期末" : `${term.address.definition.label.zh}${term.address.year ?? ""}`;
  return `${name}${moved(term.months, "个月")}${moved(term.days, "天")}`;
}

function moved(count: number, unit: string): string {
  return count === 0 ? "" : ` ${count < 0 ? "-" : "+"} ${Math.abs(count)}${unit}`;
}

import type { CompiledCell, CompiledSet } from "#core/report/compile/compiled-set.ts";
import { POPULATION_NAMES } from "#core/report/definition/population-names.ts";
import { sayCondition } from "#core/report/tracing/say-condition.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";

/** Where a cell's number comes from, in words (R5b): what is counted, then every condition that must hold. */
export function sayRule(
  { rule, counted }: CompiledCell,
  { conditions }: Pick<CompiledSet, "conditions">,
  catalogue: Pick<FieldCatalogue, "codeList">,
): readonly string[] {
  if (rule.kind === "formula") return [`= ${rule.text}`];
  if (rule.kind === "manual") return [`手填：${rule.why}`];
  if (rule.kind === "none" || !counted) return [];
  const what =
    rule.sumOf === null ? POPULATION_NAMES[rule.population] : `${POPULATION_NAMES[rule.population]} 求和 ${rule.sumOf}`;
  const parts = counted.conditions.flatMap((place) => conditions[counted.population][place]?.condition ?? []);
  return [what, ...parts.map((condition) => sayCondition(condition, catalogue)).filter((said) => said !== "全部")];
}

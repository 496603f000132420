import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { unitFieldOf } from "#core/report/compile/report-fields.ts";
import { fieldsOf } from "#core/report/population/columns/condition-bits.ts";

/** Keys of all fields that a form looks at, those of a person's unit among them by the unit's own key. */
export type AskedKeys = ReadonlySet<string>;

export function askedKeys({ conditions, tables }: CompiledSet): AskedKeys {
  const looked = Object.values(conditions).flatMap((all) => all.flatMap(({ condition }) => fieldsOf(condition)));
  const summed = tables.flatMap(({ cells }) => cells.flatMap(({ counted }) => counted?.sumOf ?? []));
  return new Set([...looked, ...summed].map((key) => unitFieldOf(key) ?? key));
}

import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import type { GeneratedValues } from "#core/report/counting/tabulate.ts";
import { sameValues } from "./same-values.ts";

/** By "2!C4". */
type Values = ReadonlyMap<string, number>;

interface CompletedFrom {
  readonly compiled: CompiledSet;
  readonly generated: GeneratedValues;
  readonly entered: Values;
  readonly lastYear: Values;
}

interface KeptValues extends CompletedFrom {
  readonly values: Values;
}

/** By what is counted: as long as no record moves a number it is the same map. */
const known = new WeakMap<GeneratedValues, KeptValues>();

/** All numbers of a report, the same map as last time as long as nothing that they come from is another: a superior asks for many (R9). */
export function keptValues(from: CompletedFrom): Values {
  const { compiled, generated, entered, lastYear } = from;
  const before = known.get(generated);
  const isSame = before?.compiled === compiled && sameValues(before.entered, entered);
  if (isSame && sameValues(before.lastYear, lastYear)) return before.values;
  const readLast = (table: number, cell: string) => lastYear.get(`${table}!${cell}`) ?? null;
  const values = completeValues(compiled, { generated, entered, lastYear: readLast });
  known.set(generated, { ...from, values });
  return values;
}

import { compare, rational } from "#core/kernel/rational.ts";
import type { ScoringPolicy } from "../policy.ts";

/** The half-open band the shown total falls into (L12): 120 is excellent where excellent is ">= 120". null: no grades. */
export function gradeOf(policy: Pick<ScoringPolicy, "grades" | "veto">, total: string, vetoed: boolean): string | null {
  if (vetoed && policy.veto === "lowest-grade") return policy.grades.at(-1)?.name ?? null;
  const value = rational(total);
  return policy.grades.find(({ from }) => from === null || compare(value, rational(from)) >= 0)?.name ?? null;
}

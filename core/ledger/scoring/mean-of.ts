import { divideRounded } from "#core/kernel/decimal-units.ts";
import type { ScoringPolicy } from "../policy.ts";

/** From this many raters on, a trimmed mean drops one highest and one lowest score (L12). */
export const LEAST_TO_TRIM = 5;

/** Mean of one class's scores, rounded. @param scores at least one, in units of the policy's last decimal */
export function meanOf(scores: readonly bigint[], combine: ScoringPolicy["combine"]): bigint {
  let sum = 0n;
  let lowest: bigint | undefined;
  let highest: bigint | undefined;
  for (const score of scores) {
    sum += score;
    if (lowest === undefined || score < lowest) lowest = score;
    if (highest === undefined || score > highest) highest = score;
  }
  if (lowest === undefined || highest === undefined) throw new Error("a class without scores has no mean");
  const trims = combine === "trimmed-mean" && scores.length >= LEAST_TO_TRIM;
  return trims
    ? divideRounded(sum - lowest - highest, BigInt(scores.length - 2))
    : divideRounded(sum, BigInt(scores.length));
}

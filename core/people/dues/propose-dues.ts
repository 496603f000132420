import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { compare, format, multiply, parseRational, rational, round } from "#core/kernel/rational.ts";
import type { DuesRefusal } from "../procedure/procedure-refusal.ts";

/** What members of one kind pay, as data with the day from which it holds (M20). */
export interface DuesRules {
  readonly from: Day;
  /** By code of the list "duesKind". */
  readonly kinds: Readonly<Record<string, DuesScale>>;
  /** Kinds whose amount is not proposed but approved. */
  readonly byApproval: readonly string[];
  /** Consecutive months without payment that make a finding. */
  readonly unpaidMonths: number;
}

/** A fixed amount, or the rate of the band that the whole base falls into: bands are not marginal. */
export type DuesScale =
  { readonly fixed: string } | { readonly bands: readonly { readonly upTo: string | null; readonly rate: string }[] };

/** Monthly amount in yuan with two decimals, exactly reckoned. */
export function proposeDues(kind: string, base: string, rules: DuesRules): Result<string, DuesRefusal> {
  const scale = rules.kinds[kind];
  if (!scale) return refuse({ code: "dues-approval-required", kind });
  if ("fixed" in scale) return ok(scale.fixed);
  const amount = parseRational(base);
  if (!amount || amount.numerator <= 0n) return refuse({ code: "dues-base-missing" });
  const band = scale.bands.find(({ upTo }) => upTo === null || compare(amount, rational(upTo)) <= 0);
  if (!band) throw new Error(`the bands of dues kind ${kind} have no end`);
  return ok(format(round(multiply(amount, rational(band.rate)), 2), 2));
}

import type { Instant } from "#core/kernel/instant.ts";
import type { CheckFinding } from "../check/run-checks.ts";
import { checkVersion } from "./check-version.ts";

/** Why a check does not hold, as the unit said of these values. */
export interface CheckExplanation {
  readonly check: string;
  readonly version: string;
  readonly line: string;
  readonly left: number;
  readonly right: number;
  readonly text: string;
  readonly who: string;
  readonly at: Instant;
}

export interface ExplainingGiven {
  /** Oldest first; in a rehearsal those of the report come before its own. */
  readonly explanations: readonly CheckExplanation[];
  readonly lastYears: readonly CheckExplanation[];
  /** Codes of checks whose errors the unit may explain instead of mending them. */
  readonly exempt: ReadonlySet<string>;
}

export interface StoodFinding extends CheckFinding {
  readonly explanation: CheckExplanation | null;
  /** What was said of other values, or last year; null where it is explained or nothing was said. */
  readonly old: string | null;
  readonly exempt: boolean;
  /** It still stands in the way of submission (R7). */
  readonly open: boolean;
}

/** Findings with what the unit and its superior said to them (R4, R4a). */
export function stoodFindings(
  findings: readonly CheckFinding[],
  { explanations, lastYears, exempt }: ExplainingGiven,
): readonly StoodFinding[] {
  return findings.map((finding) => {
    const version = checkVersion(finding.check);
    const said = explanations.filter((one) => isOf(one, finding));
    const explanation = said.findLast((one) => holdsFor(one, finding, version)) ?? null;
    const earlier = said.at(-1) ?? lastYears.findLast((one) => isOf(one, finding));
    const isExempt = exempt.has(finding.check.code);
    return {
      ...finding,
      explanation,
      old: explanation ? null : (earlier?.text ?? null),
      exempt: isExempt,
      open: mayBeExplained(finding, isExempt) ? explanation === null : finding.check.severity === "error",
    };
  });
}

/** An error only where the superior lets the unit; a hint asks for nothing. */
export function mayBeExplained({ check }: Pick<CheckFinding, "check">, isExempt: boolean): boolean {
  return check.severity === "explain" || (check.severity === "error" && isExempt);
}

function isOf(said: CheckExplanation, { check, line }: CheckFinding): boolean {
  return said.check === check.code && said.line === line;
}

function holdsFor(said: CheckExplanation, { left, right }: CheckFinding, version: string): boolean {
  return said.version === version && said.left === left && said.right === right;
}

export type StepOutcome = { readonly name: string; readonly passed: boolean; readonly seconds: number };
export type Totals = { readonly passed: number; readonly failed: number };

/**
 * One line per step and at the end `N passed, N failed`. "0 failed" always means that everything passed: a failed step
 * counts as a failure unless it is the test step and its failed tests are counted already.
 */
export function summarise(
  outcomes: readonly StepOutcome[],
  totals: Totals | undefined,
): { readonly lines: readonly string[]; readonly passed: boolean } {
  const failedTests = totals?.failed ?? 0;
  const failedSteps = outcomes.filter(({ name, passed }) => !passed && !(name === "tests" && failedTests > 0));
  const passedTests = totals?.passed ?? 0;
  const nothingTested = passedTests === 0 && failedTests === 0 && failedSteps.length === 0 ? 1 : 0;
  const failures = failedTests + failedSteps.length + nothingTested;
  return {
    lines: [
      ...outcomes.map(
        ({ name, passed, seconds }) => `${passed ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)`,
      ),
      `${passedTests} passed, ${failures} failed`,
    ],
    passed: failures === 0,
  };
}

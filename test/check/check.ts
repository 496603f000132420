// `npm run check`, and `npm test`, which puts the build in front: every check, also after one has failed, then a summary.
// What reads only sources goes beside the tests and speaks when it is done. The last line is `N passed, N failed`, which CI
// reads: N counts tests, and a failed check that is not a test counts as one more failure.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runStep } from "./run-step.ts";
import { summarise, type StepOutcome, type Totals } from "./summary.ts";

const before = process.argv.slice(2);
const besideTests = ["format:check", "lint", "types", "arrows"];
const folder = mkdtempSync(join(tmpdir(), "taizhang-check-"));
const totalsFile = join(folder, "totals.json");

async function inTurn(steps: readonly string[], run: (name: string) => Promise<StepOutcome>): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const name of steps) outcomes.push(await run(name));
  return outcomes;
}

function readTotals(): Totals | undefined {
  if (!existsSync(totalsFile)) return undefined;
  return JSON.parse(readFileSync(totalsFile, "utf8")) as Totals;
}

const prepared = await inTurn(before, (name) => runStep(name, { says: "at once" }));
const [checked, tested] = await Promise.all([
  inTurn(besideTests, (name) => runStep(name, { says: "at the end" })),
  runStep("tests", { says: "at once", environment: { TAIZHANG_TEST_TOTALS: totalsFile } }),
]);
const { lines, passed } = summarise([...prepared, ...checked, tested], readTotals());
rmSync(folder, { recursive: true });
process.exitCode = passed ? 0 : 1;
console.log(`\n${lines.join("\n")}`);

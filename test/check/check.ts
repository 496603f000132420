// `npm run check`, and `npm test`, which puts the build in front: every check in turn, also after one has failed, then a
// summary. The last line is `N passed, N failed`, which CI reads: N counts tests, and a failed check that is not a test
// counts as one more failure.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { summarise, type StepOutcome, type Totals } from "./summary.ts";

const steps = [...process.argv.slice(2), "format:check", "lint", "types", "arrows", "tests"];
const folder = mkdtempSync(join(tmpdir(), "taizhang-check-"));
const totalsFile = join(folder, "totals.json");

async function runStep(name: string): Promise<StepOutcome> {
  const started = performance.now();
  console.log(`\n> ${name}`);
  const child = spawn("npm", ["run", "--silent", name], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, TAIZHANG_TEST_TOTALS: totalsFile },
  });
  const [code] = (await once(child, "exit")) as [number | null];
  return { name, passed: code === 0, seconds: (performance.now() - started) / 1000 };
}

function readTotals(): Totals | undefined {
  if (!existsSync(totalsFile)) return undefined;
  return JSON.parse(readFileSync(totalsFile, "utf8")) as Totals;
}

const outcomes: StepOutcome[] = [];
for (const name of steps) outcomes.push(await runStep(name));
const { lines, passed } = summarise(outcomes, readTotals());
rmSync(folder, { recursive: true });
process.exitCode = passed ? 0 : 1;
console.log(`\n${lines.join("\n")}`);

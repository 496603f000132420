import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Violation = { readonly rule: string; readonly comment: string; readonly from: string; readonly to: string };
export type Cruise = { readonly modules: number; readonly files: number; readonly violations: readonly Violation[] };

type Report = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  };
};

const folders = ["core", "service", "addin", "test"] as const;
const cruiser = join(fileURLToPath(import.meta.resolve("dependency-cruiser")), "../../../bin/dependency-cruiser.mjs");

/** Follows every import below `root` and tells which of the rules in its .dependency-cruiser.cjs are broken. */
export async function cruise(root: string): Promise<Cruise> {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }));
  const present = folders.filter((folder) => files.some((file) => file.startsWith(folder)));
  const report = await askCruiser(root, present);
  const comments = new Map(report.summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return {
    files: files.length,
    modules: report.modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))).length,
    violations: report.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      comment: comments.get(rule.name) ?? "",
      from,
      to,
    })),
  };
}

async function askCruiser(root: string, present: readonly string[]): Promise<Report> {
  const config = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const text = await new Promise<string>((resolve, reject) => {
    const options = { cwd: root, maxBuffer: 2 ** 29 };
    execFile(process.execPath, [cruiser, ...config, ...present], options, (error, stdout, stderr) => {
      // Its exit code is the number of violations; without a report it did not run at all.
      if (stdout.startsWith("{")) resolve(stdout);
      else reject(new Error(`dependency-cruiser gave no report: ${stderr}`, { cause: error }));
    });
  });
  return JSON.parse(text) as Report;
}

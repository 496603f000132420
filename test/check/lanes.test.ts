import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { Totals } from "./summary.ts";

const root = join(import.meta.dirname, "..", "..");
const scripts = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> })
  .scripts;

const GOOD = `it("good", (done) => setTimeout(done, 100));`;
const BAD = `it("bad", () => { throw new Error("bad"); });`;
const ENDS_ITS_LANE = `it("ends", () => process.exit(0));`;
const KILLS_ITS_LANE = `it("is killed", () => process.kill(process.pid, "SIGKILL"));`;
const DOES_NOT_LOAD = `throw new Error("no");`;
const SKIPS = `it.skip("skipped", () => {});`;
const ONLY = `it.only("only", () => {});`;

describe("the tests in two lanes", function () {
  this.timeout(240_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-lanes-"));
  });
  after(async () => rm(folder, { recursive: true }));

  const cases: readonly (readonly [sentence: string, files: readonly string[], totals: Totals])[] = [
    ["count what passed in either", [GOOD, GOOD, GOOD], { passed: 3, failed: 0 }],
    ["fail where a test fails in the first file", [BAD, GOOD, GOOD], { passed: 2, failed: 1 }],
    ["fail where a test fails in the second file", [GOOD, BAD, GOOD], { passed: 2, failed: 1 }],
    ["fail where one ends as if all were well", [ENDS_ITS_LANE, GOOD, GOOD], { passed: 2, failed: 1 }],
    ["fail where one is killed", [GOOD, KILLS_ITS_LANE, GOOD], { passed: 2, failed: 1 }],
    ["fail where a file does not load", [GOOD, DOES_NOT_LOAD], { passed: 1, failed: 1 }],
    ["fail where a test is skipped", [GOOD, SKIPS], { passed: 1, failed: 1 }],
    ["fail where a test is exclusive", [GOOD, ONLY], { passed: 1, failed: 1 }],
  ];
  for (const [sentence, files, totals] of cases) {
    it(sentence, async () => {
      const ran = await runInLanes(await mkdtemp(join(folder, "case-")), files);
      assert.deepEqual(ran.totals, totals, ran.said);
      assert.equal(ran.code === 0, totals.failed === 0, ran.said);
    });
  }
});

/** As `npm run tests` does, coverage and choice of files aside. */
async function runInLanes(folder: string, files: readonly string[]) {
  const paths = files.map((_content, at) => join(folder, `${at}.test.cjs`));
  await Promise.all(paths.map((path, at) => writeFile(path, files[at] ?? "")));
  const options = (scripts["tests"] ?? "").match(/--(?:parallel|jobs \d+|reporter \S+)/g) ?? [];
  const config = ["--config", join(root, ".mocharc.json")];
  const totalsFile = join(folder, "totals.json");
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules", "mocha", "bin", "mocha.js"),
      ...config,
      ...options.flatMap((each) => each.split(" ")),
      ...paths,
    ],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, TAIZHANG_TEST_TOTALS: totalsFile } },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const [code] = (await once(child, "close")) as [number | null];
  const totals = existsSync(totalsFile) ? (JSON.parse(readFileSync(totalsFile, "utf8")) as Totals) : undefined;
  return { code, said, totals };
}

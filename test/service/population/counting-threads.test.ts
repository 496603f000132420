import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { describe, it } from "mocha";
import type { PartTask } from "#service/ports/reports/counting-threads.ts";
import { countingThreads } from "#service/population/counting-threads.ts";
import { REPORT_PERIOD } from "#test/builders/report.ts";

const ENTRY = new URL("../../../service/counting-thread.ts", import.meta.url);
const THREADS = new URL("../../../service/population/counting-threads.ts", import.meta.url);
const NOWHERE = `sqlite:${join(tmpdir(), "no-such-folder", "nothing.db")}`;
const TASK: PartTask = {
  keys: { people: [], opening: [], movements: [], leavings: [], penalties: [], awards: [], conversions: [], units: [] },
  asks: new Set(),
  period: REPORT_PERIOD,
  lists: [],
  probationMonths: 12,
  side: { offices: new Map(), booksFrom: new Map(), wholeMoves: new Set() },
  part: { after: null, upTo: null },
};

describe("threads that count", function () {
  this.timeout(60_000);

  it("R10 a store that cannot be opened fails the count", async () => {
    await assert.rejects(() => countingThreads(ENTRY, NOWHERE).count([TASK, TASK]), /unable to open database file/);
  });

  it("R10 one that ends without an answer, or runs out of memory, fails the count and ends the others", async () => {
    const dying = (code: string) =>
      countingThreads(new URL(`data:text/javascript,${encodeURIComponent(code)}`), NOWHERE);
    await assert.rejects(() => dying("process.exit(3)").count([TASK]), /ended with 3 and no answer/);
    const onePerishes = `import { workerData } from "node:worker_threads";
      if (workerData.task.probationMonths === 1) throw new Error("perished");
      setInterval(() => undefined, 1000);`;
    await assert.rejects(() => dying(onePerishes).count([TASK, { ...TASK, probationMonths: 1 }]), /perished/);
  });

  it("R10 what the process keeps of its compiled files serves the threads too, and none where it keeps nothing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taizhang-compiled-"));
    try {
      assert.equal(
        await folderOfThread(`module.enableCompileCache(${JSON.stringify(folder)});`),
        `${folder} ${folder}`,
      );
      assert.equal(await folderOfThread(""), "none none");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("R10 the service's end ends a count, and none begins after it", async () => {
    const threads = countingThreads(new URL("data:text/javascript,setInterval(() => undefined, 1000)"), NOWHERE);
    const counting = assert.rejects(() => threads.count([TASK]), /no answer/);
    await threads.close();
    await counting;
    await assert.rejects(() => threads.count([TASK]), /closing/);
  });
});

/** In a process of its own: folders of compiled files that it and its thread use. */
async function folderOfThread(begin: string): Promise<string> {
  const inThread = `import module from "node:module";
    import { parentPort } from "node:worker_threads";
    parentPort.postMessage(module.getCompileCacheDir() ?? "none");`;
  const code = `import module from "node:module";
    import { dirname } from "node:path";
    ${begin}
    const { countingThreads } = await import(${JSON.stringify(THREADS.href)});
    const entry = new URL("data:text/javascript,${encodeURIComponent(inThread)}");
    const [told] = await countingThreads(entry, "nowhere").count([{}]);
    const own = module.getCompileCacheDir() ?? "none";
    console.log(...[own, told].map((one) => (one === "none" ? one : dirname(one))));`;
  const { NODE_COMPILE_CACHE: _cache, ...environment } = process.env;
  const options = { env: environment, cwd: import.meta.dirname };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], options);
  return stdout.trim();
}

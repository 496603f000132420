import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { afterEach, describe, it } from "mocha";
import { watchDeadline } from "#service/workbook/intake/deadline.ts";
import { processorTime } from "#service/workbook/intake/processor-time.ts";

const ALLOWED = { workMs: 400, milliseconds: 3_000 };

describe("a reader's deadline", function () {
  this.timeout(60_000);
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill("SIGKILL"));

  /** @returns which of the two limits it met */
  async function metBy(program: string, allowed: typeof ALLOWED): Promise<number> {
    const running = spawn(process.execPath, ["-e", program], { stdio: "ignore" });
    child = running;
    return await new Promise((resolve) => {
      const unwatch = watchDeadline(running, allowed, (milliseconds) => {
        unwatch();
        resolve(milliseconds);
      });
    });
  }

  it("W7 counts its own work, so that it is stopped long before the clock does", async () => {
    assert.equal(await metBy("for (;;);", { ...ALLOWED, milliseconds: 50_000 }), ALLOWED.workMs);
  });
  it("W7 stops by the clock who waits and does nothing", async () => {
    const told = processorTime(process.pid) !== undefined;
    assert.equal(await metBy("setInterval(() => {}, 1_000)", ALLOWED), told ? ALLOWED.milliseconds : ALLOWED.workMs);
  });
  it("W7 knows what another process has worked, and nothing of one that is not there", () => {
    const own = processorTime(process.pid);
    const { user, system } = process.cpuUsage();
    if (own !== undefined) assert.ok(Math.abs(own - (user + system) / 1_000) < 500, `${String(own)} ms`);
    assert.equal(processorTime(2 ** 30), undefined);
  });
});

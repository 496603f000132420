import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Reporter } from "#service/usecases/report/tracing/frozen-bytes.ts";
import { createFrozenReports } from "#service/usecases/report/tracing/frozen-reports.ts";

const REPORTER: Reporter = { unitName: "第一党支部", unitCode: "001", maker: "组织部", head: "张建国" };

describe("who reported, as it is kept", () => {
  it("R8 is read once, however many ask at once and later", async () => {
    const frozen = createFrozenReports();
    let read = 0;
    const ask = (): Promise<Reporter | null> =>
      frozen.reporter("a", async () => {
        read += 1;
        await Promise.resolve();
        return REPORTER;
      });
    assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [REPORTER, REPORTER, REPORTER]);
    assert.deepEqual(await ask(), REPORTER);
    assert.equal(read, 1);
  });

  it("R8 is read again after it could not be read; that it is missing is known", async () => {
    const frozen = createFrozenReports();
    await assert.rejects(() => frozen.reporter("a", () => Promise.reject(new Error("the connection broke"))));
    assert.deepEqual(await frozen.reporter("a", () => Promise.resolve(REPORTER)), REPORTER);
    frozen.keepReporter("b", null);
    assert.equal(await frozen.reporter("b", () => Promise.reject(new Error("read twice"))), null);
  });
});

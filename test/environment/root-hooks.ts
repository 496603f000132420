import assert from "node:assert/strict";
import type { Context, RootHookObject } from "mocha";
import { stopPostgres } from "./postgres.ts";
import { stillRunning } from "./still-running.ts";

const PATIENCE_MS = 30_000;

/** After each file in a worker, after the run in a process of its own. */
export const mochaHooks: RootHookObject = {
  async afterAll(this: Context) {
    this.timeout(2 * PATIENCE_MS);
    const left = await stillRunning(PATIENCE_MS);
    assert.deepEqual(left, [], `a test left something running: ${left.join(", ")}`);
  },
};

/** One PostgreSQL serves a process: started by the first test that asks, stopped here, or by the end of a worker. */
export async function mochaGlobalTeardown(): Promise<void> {
  await stopPostgres();
}

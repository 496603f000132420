import { setImmediate, setTimeout } from "node:timers/promises";

/** As it was when the run began, and mocha's own clock for the hook or the test that asks. */
const allowed = counted([...process.getActiveResourcesInfo(), "Timeout"]);

/**
 * What keeps this process alive although nothing is left to do: a server, a timer, a child. Waits for it to end first.
 * @param patience milliseconds
 */
export async function stillRunning(patience: number): Promise<readonly string[]> {
  const until = performance.now() + patience;
  // In a timer's own turn that timer would count, and before the first turn mocha's clock is not there yet.
  await setImmediate();
  while (unexpected().length > 0 && performance.now() < until) {
    await setTimeout(20);
    await setImmediate();
  }
  return unexpected();
}

function unexpected(): readonly string[] {
  const now = counted(process.getActiveResourcesInfo());
  return [...now].filter(([kind, count]) => count > (allowed.get(kind) ?? 0)).map(([kind]) => kind);
}

function counted(kinds: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

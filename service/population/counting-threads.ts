import { getCompileCacheDir } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { WrittenParts } from "#core/report/population/saved/written-parts.ts";
import type { CountingThreads, PartTask } from "#service/ports/reports/counting-threads.ts";

/** What a thread is told. The address may hold a password: it goes from memory to memory. */
export interface ThreadTask {
  readonly address: string;
  readonly task: PartTask;
}

/** More of them would leave nothing for those who ask something else. */
const MOST_THREADS = 4;

/**
 * @param entry the file that a thread runs
 * @param address of the store
 */
export function countingThreads(
  entry: URL,
  address: string,
): CountingThreads & { readonly close: () => Promise<void> } {
  const working = new Set<Worker>();
  let isClosed = false;
  const countPart = async (task: PartTask): Promise<WrittenParts> => {
    if (isClosed) throw new Error("the service is closing: nothing is counted any more");
    const told: ThreadTask = { address, task };
    const worker = new Worker(entry, { workerData: told, env: environmentOfThreads() });
    working.add(worker);
    try {
      return await answerOf(worker);
    } finally {
      working.delete(worker);
      await worker.terminate();
    }
  };
  return {
    most: Math.min(MOST_THREADS, availableParallelism()),
    count: async (tasks) => {
      const counted = tasks.map(countPart);
      try {
        return await Promise.all(counted);
      } catch (error) {
        await endAll(working);
        await Promise.allSettled(counted);
        throw error;
      }
    },
    close: async () => {
      isClosed = true;
      await endAll(working);
    },
  };
}

/** Whatever this process keeps of the files that it compiled serves its threads too: they begin in half the time. */
function environmentOfThreads(): NodeJS.ProcessEnv {
  const compiled = getCompileCacheDir();
  // It names the folder of just this Node inside the one that was asked for.
  return compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) };
}

async function endAll(working: ReadonlySet<Worker>): Promise<void> {
  await Promise.all(Array.from(working, (worker) => worker.terminate()));
}

/** @throws what the thread did not catch, or when it ends without an answer */
function answerOf(worker: Worker): Promise<WrittenParts> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("messageerror", reject);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread that counts ended with ${code} and no answer`)));
  });
}

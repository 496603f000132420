/** Where a thread begins that counts a part of all people: it joins the store with the use case, as main.ts does for all. */
import { parentPort, workerData } from "node:worker_threads";
import { emptyPopulations } from "#core/report/population/build-populations.ts";
import { buffersOf, partsOf } from "#core/report/population/saved/written-parts.ts";
import type { ThreadTask } from "./population/counting-threads.ts";
import { readToCount } from "./store/read-to-count.ts";
import { writePeople } from "./usecases/report/numbers/kept/write-people.ts";

const { address, task } = workerData as ThreadTask;
const written = emptyPopulations(task.keys, []);
await readToCount(address, (tx) => writePeople(tx, written, task));
const parts = partsOf(written);
parentPort?.postMessage(parts, buffersOf(parts));

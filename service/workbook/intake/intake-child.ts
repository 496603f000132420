/** Entry of the child process: the file comes in on standard input, the answer goes out. It touches nothing else. */
import { once } from "node:events";
import { giveSheet } from "./foreign/give-sheet.ts";
import { inspectArchive } from "./foreign/inspect-archive.ts";
import { answerOf, readArchive } from "./read-archive.ts";
import { addResults, type PackedResults } from "./results/add-results.ts";
import { READY } from "./ready.ts";
import type { ChildTask } from "./run-child.ts";
import { workDone } from "./watch.ts";

const task = JSON.parse(process.argv[2] ?? "{}") as ChildTask;
// Tells that it is up: from here on its time counts.
await say(READY);
const from = workDone();
const bytes = await wholeInput(task.bytes);
if (task.mode === "sheet") await giveSheet(bytes, task, (line) => say(`${JSON.stringify(line)}\n`));
else if (task.mode === "inspect")
  await say(JSON.stringify(await answerOf(() => inspectArchive(bytes, task.limits, from + task.workMs))));
else if (task.mode === "results") await say(JSON.stringify(await answerOf(() => withResults(task.fileBytes))));
else await say(JSON.stringify(await readArchive(bytes, task.mode, { limits: task.limits, from, workMs: task.workMs })));

async function withResults(fileBytes: number): Promise<string> {
  const results = JSON.parse(bytes.toString("utf8", fileBytes)) as readonly PackedResults[];
  const pieces = await addResults(bytes.subarray(0, fileBytes), results, task.limits);
  return Buffer.concat(pieces).toString("base64");
}

/** Waits until it was taken: a reader may be faster than whoever it reads for. */
async function say(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** One buffer of the right size: chunks joined at the end would be there twice. */
async function wholeInput(size: number): Promise<Buffer> {
  const whole = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for await (const chunk of process.stdin) at += (chunk as Buffer).copy(whole, at);
  return whole.subarray(0, at);
}

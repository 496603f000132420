import { spawn, type ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { refuse, type Result } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { IntakeLimits } from "./intake-limits.ts";
import { watchDeadline, type Allowed } from "./deadline.ts";
import { READY } from "./ready.ts";
import { readerCache } from "./reader-cache.ts";
import type { IntakeMode } from "./read-archive.ts";

/** What the child is told, as JSON on its command line. */
export type ChildTask = {
  readonly limits: IntakeLimits;
  /** How many are coming on standard input. */
  readonly bytes: number;
} & (
  | { readonly mode: IntakeMode | "inspect"; readonly workMs: number }
  | { readonly mode: "sheet"; readonly sheet: string }
  /** After the file, the results come as JSON. */
  | { readonly mode: "results"; readonly fileBytes: number }
);

/** Times count from when it is up to its whole answer. */
export interface Guard extends Allowed {
  readonly heapMegabytes: number;
}

const ENTRY = fileURLToPath(new URL("./intake-child.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface ReaderProcess extends ChildProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
}

/**
 * Starts a reader in a process of its own: a worker thread does not contain a run-away reader (its buffers are not capped and
 * an abort takes the whole process), a process does. It may read the program's own files, write nothing but its module cache
 * and start nothing; whoever starts it kills it when its time is over, whatever it is doing.
 */
export function startChild(bytes: Uint8Array, task: ChildTask, { heapMegabytes }: Guard): ReaderProcess {
  const { program, args, env, cwd } = readerCommand(task, heapMegabytes);
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], env, cwd });
  // The child may be gone before it took everything; its verdict says why.
  child.stdin.on("error", () => child.stdin.destroy());
  child.stdin.end(bytes);
  return child;
}

interface ReaderCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Nothing of ours is handed down: what the service is told is not for who reads files of others. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** How a reader is started: its heap is capped, its young generation small, since it makes many things that soon go. */
export function readerCommand(task: ChildTask, heapMegabytes: number): ReaderCommand {
  const args = [
    `--max-old-space-size=${heapMegabytes}`,
    "--max-semi-space-size=8",
    "--permission",
    `--allow-fs-read=${ROOT}*`,
    `--allow-fs-read=${readerCache()}/*`,
    `--allow-fs-write=${readerCache()}/*`,
    "--no-warnings",
    ENTRY,
    JSON.stringify(task),
  ];
  return { program: process.execPath, args, env: { NODE_COMPILE_CACHE: readerCache() }, cwd: ROOT };
}

/** Loading the reader takes a third of a second on an idle machine; on a busy one that must not count against the file. */
export const STARTS: Allowed = { workMs: 15_000, milliseconds: 60_000 };

/** Runs a task whose answer is one piece of JSON. */
export async function runChild<T>(bytes: Uint8Array, task: ChildTask, guard: Guard): Promise<Result<T, IntakeRefusal>> {
  return await verdictOf(startChild(bytes, task, guard), task.limits, guard);
}

function verdictOf<T>(child: ReaderProcess, limits: IntakeLimits, guard: Guard): Promise<Result<T, IntakeRefusal>> {
  return new Promise((resolve, reject) => {
    let stopped: IntakeRefusal | undefined;
    const stop = (reason: IntakeRefusal) => {
      stopped ??= reason;
      child.kill("SIGKILL");
    };
    const watch = (allowed: Allowed) =>
      watchDeadline(child, allowed, (milliseconds) => stop({ code: "workbook-timeout", milliseconds }));
    let unwatch = watch(STARTS);
    const output = collect(child, limits.answerBytes, {
      stop,
      onReady: () => {
        unwatch();
        unwatch = watch(guard);
      },
    });
    child.on("error", (error) => {
      unwatch();
      reject(error);
    });
    child.on("close", (code, signal) => {
      unwatch();
      if (stopped) resolve(refuse(stopped));
      else if (code === 0) resolve(JSON.parse(output()) as Result<T, IntakeRefusal>);
      else resolve(refuse(deathOf(code, signal)));
    });
  });
}

interface WatchedOutput {
  readonly stop: (reason: IntakeRefusal) => void;
  readonly onReady: () => void;
}

/** @returns what the child has said so far, without its first line. */
function collect(child: ReaderProcess, most: number, { stop, onReady }: WatchedOutput): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    if (size === 0) onReady();
    size += chunk.length;
    if (size > most) stop({ code: "workbook-too-big", what: "answer", found: size, most });
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString("utf8").slice(READY.length);
}

/** A reader that ended without an answer met something it was not made for: the file is refused, the service goes on. */
export function deathOf(code: number | null, signal: NodeJS.Signals | null): IntakeRefusal {
  const outOfMemory = signal === "SIGABRT" || code === 134;
  return outOfMemory
    ? { code: "workbook-too-big", what: "memory", found: 0, most: 0 }
    : { code: "workbook-hostile", what: "reader-crashed", place: "" };
}

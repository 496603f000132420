import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { refuse } from "#core/kernel/result.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { IntakeLimits } from "./intake-limits.ts";
import { READY } from "./ready.ts";
import { readerCache } from "./reader-cache.ts";
import type { IntakeMode } from "./read-archive.ts";
import type { ChildAnswer } from "./transfer.ts";

export interface ChildOptions {
  readonly mode: IntakeMode;
  readonly limits: IntakeLimits;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

const ENTRY = fileURLToPath(new URL("./intake-child.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Reads in a process of its own: a worker thread does not contain a run-away reader (its buffers are not capped and an
 * abort takes the whole process), a process does. It may read the program's own files, write nothing but its module cache, start
 * nothing, and is killed when its time is over, whatever it is doing.
 */
export async function runChild(bytes: Uint8Array, options: ChildOptions): Promise<ChildAnswer> {
  const child = spawn(process.execPath, childArguments(options), {
    stdio: ["pipe", "pipe", "ignore"],
    env: { NODE_COMPILE_CACHE: readerCache() },
    cwd: ROOT,
  });
  const verdict = verdictOf(child, options);
  // The child may be gone before it took everything; its verdict says why.
  child.stdin.on("error", () => child.stdin.destroy());
  child.stdin.end(bytes);
  return await verdict;
}

function childArguments({ mode, limits, heapMegabytes }: ChildOptions): readonly string[] {
  return [
    `--max-old-space-size=${heapMegabytes}`,
    "--permission",
    `--allow-fs-read=${ROOT}*`,
    `--allow-fs-read=${readerCache()}/*`,
    `--allow-fs-write=${readerCache()}/*`,
    "--no-warnings",
    ENTRY,
    mode,
    JSON.stringify(limits),
  ];
}

/** Loading the reader takes a third of a second on an idle machine; on a busy one that must not count against the file. */
const START_MS = 15_000;

function verdictOf(child: ChildProcess, options: ChildOptions): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    let stopped: IntakeRefusal | undefined;
    const stop = (reason: IntakeRefusal) => {
      stopped ??= reason;
      child.kill("SIGKILL");
    };
    const killAfter = (milliseconds: number) =>
      setTimeout(stop, milliseconds, { code: "workbook-timeout", milliseconds });
    let timer = killAfter(START_MS);
    const output = collect(child, options.limits.answerBytes, {
      stop,
      onReady: () => {
        clearTimeout(timer);
        timer = killAfter(options.milliseconds);
      },
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve(stopped ? refuse(stopped) : answerOf(output(), { code, signal }));
    });
  });
}

interface Watch {
  readonly stop: (reason: IntakeRefusal) => void;
  readonly onReady: () => void;
}

/** @returns what the child has said so far, without its first line. */
function collect(child: ChildProcess, most: number, { stop, onReady }: Watch): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout?.on("data", (chunk: Buffer) => {
    if (size === 0) onReady();
    size += chunk.length;
    if (size > most) stop({ code: "workbook-too-big", what: "answer", found: size, most });
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString("utf8").slice(READY.length);
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A reader that ended without an answer met something it was not made for: the file is refused, the service goes on. */
function answerOf(output: string, { code, signal }: Ending): ChildAnswer {
  if (code === 0) return JSON.parse(output) as ChildAnswer;
  const outOfMemory = signal === "SIGABRT" || code === 134;
  return outOfMemory
    ? refuse({ code: "workbook-too-big", what: "memory", found: 0, most: 0 })
    : refuse({ code: "workbook-hostile", what: "reader-crashed", place: "" });
}

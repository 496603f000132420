import { spawn, type ChildProcessByStdio } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { Client } from "pg";

type Keeper = ChildProcessByStdio<Writable, Readable, Readable>;
type RunningServer = { readonly url: string; readonly keeper: Keeper };

let running: Promise<RunningServer> | undefined;

/** Address of a real PostgreSQL out of node_modules, one per process, started by the first call. */
export async function startPostgres(): Promise<string> {
  running ??= startKeeper();
  return (await running).url;
}

/**
 * Address of a new database of that server, empty or a copy. It goes when the server goes.
 * @param like address of another one, to which nobody is connected
 */
export async function freshDatabase(like?: string): Promise<string> {
  const server = await startPostgres();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    const template = like === undefined ? "" : ` template ${new URL(like).pathname.slice(1)}`;
    await client.query(`create database ${name}${template}`);
  } finally {
    await client.end();
  }
  return server.replace(/\/postgres$/, `/${name}`);
}

/** Ends the server and waits until its folder is gone; does nothing where none was started. */
export async function stopPostgres(): Promise<void> {
  if (running === undefined) return;
  const { keeper } = await running;
  running = undefined;
  if (keeper.exitCode !== null) return;
  const gone = once(keeper, "exit");
  keeper.ref();
  keeper.stdin.end();
  await gone;
}

/**
 * The keeper is a process of its own that owns the server and its folder, and clears both away as soon as the pipe to us
 * breaks: also when this process is killed in the middle of a test.
 */
async function startKeeper(): Promise<RunningServer> {
  const script = join(import.meta.dirname, "postgres-keeper.ts");
  const keeper = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  let complaints = "";
  keeper.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const lines = createInterface({ input: keeper.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    keeper.once("exit", () => {
      reject(new Error(`PostgreSQL did not start:\n${complaints}`));
    });
  });
  releaseFromEventLoop(keeper);
  return { url, keeper };
}

// A test run that forgets to stop the server must still be able to end; the broken pipe then tells the keeper.
function releaseFromEventLoop(keeper: Keeper): void {
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stdout, keeper.stderr]) {
    if (stream instanceof Socket) stream.unref();
  }
}

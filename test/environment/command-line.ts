import assert from "node:assert/strict";
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { SignInAnswer } from "#core/protocol/session.ts";
import { commands } from "#service/cli/commands.ts";
import { runCommandLine } from "#service/cli/run-command-line.ts";
import { HttpClient } from "./http-client.ts";

const BIN = join(import.meta.dirname, "..", "..", "bin", "taizhang.js");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where a command works: the database, and what its environment says besides. */
export interface Place {
  readonly db: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the real program as somebody at a keyboard would. */
export async function taizhang(place: Place, ...args: readonly string[]): Promise<Ran> {
  const child = spawnTaizhang(process.execPath, [BIN, ...args, "--db", place.db], place);
  const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, "exit")]);
  return { code: child.exitCode, out, err };
}

/** The same command line in this process: starting the program takes longer than most commands, and not every sentence is worth that. */
export async function taizhangHere({ db, environment = {} }: Place, ...args: readonly string[]): Promise<Ran> {
  const printed = { out: "", err: "" };
  const code = await runCommandLine([...args, "--db", db], {
    commands,
    environment,
    out: (text) => (printed.out += `${text}\n`),
    err: (text) => (printed.err += `${text}\n`),
  });
  return { code, ...printed };
}

/** What a command that succeeded printed for machines. */
export function jsonOf<T>({ code, out, err }: Ran): T {
  assert.equal(code, 0, out + err);
  return JSON.parse(out) as T;
}

/** Why a command was refused, as it told machines. */
export function refusalPrinted({
  code,
  out,
  err,
}: Ran): AnyRefusal | { readonly code: string; readonly message: string } {
  assert.equal(code, 1, out + err);
  return (JSON.parse(out) as { readonly refusal: AnyRefusal }).refusal;
}

function spawnTaizhang(
  command: string,
  args: readonly string[],
  { environment }: Place,
): ChildProcessByStdio<null, Readable, Readable> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("TAIZHANG_"));
  const env = { ...Object.fromEntries(inherited), ...environment };
  return spawn(command, [...args], { stdio: ["ignore", "pipe", "pipe"], env });
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  for await (const piece of stream.setEncoding("utf8") as AsyncIterable<string>) text += piece;
  return text;
}

export interface ServeOptions extends Place {
  /** No file of the service may grow beyond: a disk that fills up, without asking for a disk. POSIX only. */
  readonly mostFileBytes?: number;
}

/** `taizhang serve` as a process of its own, which a test may kill. */
export class ServedProcess {
  readonly url: string;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #complaints: Promise<string>;

  constructor(url: string, child: ChildProcessByStdio<null, Readable, Readable>, complaints: Promise<string>) {
    this.url = url;
    this.#child = child;
    this.#complaints = complaints;
  }

  get pid(): number {
    return this.#child.pid ?? assert.fail("the service did not start");
  }

  async signIn(name: string, password: string): Promise<HttpClient> {
    const client = new HttpClient(this.url);
    return new HttpClient(this.url, await client.ask<SignInAnswer>("POST", "/session", { name, password }));
  }

  /** Ends it as an operator does. @returns its exit code and all it complained about. */
  async stop(): Promise<{ readonly code: number | null; readonly err: string }> {
    return await this.#end("SIGTERM");
  }

  /** kill -9: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async #end(signal: "SIGTERM" | "SIGKILL"): Promise<{ readonly code: number | null; readonly err: string }> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const gone = once(this.#child, "exit");
      this.#child.kill(signal);
      await gone;
    }
    return { code: this.#child.exitCode, err: await this.#complaints };
  }
}

export async function serve(options: ServeOptions): Promise<ServedProcess> {
  const args = [BIN, "serve", "--port", "0", "--json", "--db", options.db];
  const child =
    options.mostFileBytes === undefined
      ? spawnTaizhang(process.execPath, args, options)
      : spawnTaizhang("sh", ["-c", limited(options.mostFileBytes), process.execPath, ...args], options);
  const complaints = textOf(child.stderr);
  const line = await Promise.race([firstLine(child.stdout), once(child, "exit").then(() => undefined)]);
  if (line === undefined) return assert.fail(`the service did not start: ${await complaints}`);
  return new ServedProcess((JSON.parse(line) as { readonly url: string }).url, child, complaints);
}

/** `ulimit -f` counts blocks of 512 bytes; a write beyond fails with EFBIG, because Node ignores the signal that goes with it. */
function limited(bytes: number): string {
  return `ulimit -f ${String(Math.ceil(bytes / 512))}; trap '' XFSZ; exec "$0" "$@"`;
}

async function firstLine(stream: Readable): Promise<string | undefined> {
  for await (const line of createInterface({ input: stream })) return line;
  return undefined;
}

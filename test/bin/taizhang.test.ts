import assert from "node:assert/strict";
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import type { Readable } from "node:stream";
import { after, before, describe, it } from "mocha";

// The real start file beside a command line that only reports how it was started.
const reportingMain = `
import { getCompileCacheDir } from "node:module";
const args: readonly string[] = process.argv.slice(2);
if (args[0] === "wait") { process.on("SIGTERM", () => process.exit(7)); setInterval(() => undefined, 1000); }
console.log(JSON.stringify({ pid: process.pid, node: process.versions.node, args, cache: getCompileCacheDir() }));
if (args[0] === "exit") process.exit(Number(args[1]));
`;

type Started = {
  readonly pid: number;
  readonly node: string;
  readonly args: readonly string[];
  readonly cache: string;
};
type Command = ChildProcessByStdio<null, Readable, null>;

describe("bin/taizhang.js", () => {
  const repository = join(import.meta.dirname, "..", "..");
  let root: string;
  let otherNode: string;

  before(() => {
    root = mkdtempSync(join(tmpdir(), "taizhang-bin-"));
    mkdirSync(join(root, "bin"));
    mkdirSync(join(root, "service", "cli"), { recursive: true });
    copyFileSync(join(repository, "bin", "taizhang.js"), join(root, "bin", "taizhang.js"));
    copyFileSync(join(repository, "package.json"), join(root, "package.json"));
    writeFileSync(join(root, "service", "cli", "main.ts"), reportingMain);
    symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "junction");
    // Another program than the one in node_modules, as the machine's own Node is.
    otherNode = join(root, "other-node");
    copyFileSync(process.execPath, otherNode);
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function start(node: string, ...args: readonly string[]): Command {
    return spawn(node, [join(root, "bin", "taizhang.js"), ...args], { stdio: ["ignore", "pipe", "inherit"] });
  }

  async function firstLine(command: Command): Promise<Started> {
    const [text] = (await once(command.stdout.setEncoding("utf8"), "data")) as [string];
    return JSON.parse(text) as Started;
  }

  async function exitCode(command: Command): Promise<unknown> {
    return ((await once(command, "exit")) as readonly unknown[])[0];
  }

  it("runs in the process that was started, if that is the Node that comes along", async () => {
    const command = start(process.execPath, "standings", "--year", "2026");
    const started = await firstLine(command);
    assert.equal(started.pid, command.pid);
    assert.deepEqual(started.args, ["standings", "--year", "2026"]);
  });

  it("hands over to the Node that comes along when another one started it", async () => {
    const command = start(otherNode, "doctor");
    const started = await firstLine(command);
    assert.notEqual(started.pid, command.pid);
    assert.deepEqual([started.node, started.args], [process.versions.node, ["doctor"]]);
  });

  it("keeps what it compiled where only who installed it may write", async () => {
    const { cache } = await firstLine(start(process.execPath, "doctor"));
    assert.equal(relative(root, cache), join("node_modules", ".cache", "compiled", basename(cache)));
  });

  for (const own of [true, false]) {
    const how = own ? "in its own process" : "handed over";
    it(`passes the exit code through, ${how}`, async () => {
      assert.equal(await exitCode(start(own ? process.execPath : otherNode, "exit", "42")), 42);
    });
    it(`passes the signal to stop through, ${how}`, async () => {
      const command = start(own ? process.execPath : otherNode, "wait");
      const exit = exitCode(command);
      await firstLine(command);
      command.kill("SIGTERM");
      assert.equal(await exit, 7);
    });
  }
});

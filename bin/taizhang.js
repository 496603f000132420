#!/usr/bin/env node
// Plain JavaScript on purpose: whatever Node the machine has starts this file, and it hands over to the Node 24 that the
// repository brings, because only that one is known to run our TypeScript as it stands.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = join(root, "service", "cli", "main.ts");
const [major, minor] = process.versions.node.split(".").map(Number);
const runsTypeScript = major > 22 ? major > 23 || minor >= 6 : major === 22 && minor >= 18;

function findOwnNode() {
  const name = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  return [
    join(root, "node_modules", `node-${name}-${process.arch}`, "bin", file),
    join(root, "node_modules", ".bin", file),
  ].find((path) => existsSync(path));
}

// The command must be this very process wherever possible: a supervisor that kills it then kills the service itself.
// What was compiled once is kept beside the packages, which belong to whoever installed the program and to nobody else: a
// command starts in half the time. Where that folder cannot be written, nothing is kept.
async function runHere() {
  module.enableCompileCache?.(join(root, "node_modules", ".cache", "compiled"));
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
}

function runWith(node) {
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`${node} does not start: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

const ownNode = findOwnNode();
if (ownNode !== undefined && realpathSync(ownNode) !== realpathSync(process.execPath)) {
  runWith(ownNode);
} else if (ownNode !== undefined || runsTypeScript) {
  await runHere();
} else {
  console.error(
    `Taizhang needs Node 22.18 or newer, better 24; this is ${process.versions.node}.\n` +
      "On Linux and Windows, run `npm ci` in this folder: it brings the right one. On a Mac, install Node 24 first.\n" +
      "台账需要 Node 22.18 以上版本（建议 24）。请先在本目录运行 npm ci；苹果电脑请先安装 Node 24。",
  );
  process.exit(1);
}

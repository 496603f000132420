import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig } from "#service/config.ts";
import { composeServices } from "#service/compose-services.ts";
import type { DemoSlip } from "#service/cli/demo-database.ts";
import type { DemoAccountShown, DemoSummary } from "#service/demo/demo-summary.ts";
import type { Services } from "#service/usecases/services.ts";
import { jsonOf, taizhang, taizhangHere, type Place } from "./command-line.ts";
import { freshDatabase } from "./postgres.ts";

export const DEMO_PASSWORD = "Lantern+Orchard+42";
const PEOPLE = 120;

interface Master {
  readonly folder: string;
  readonly summary: DemoSummary;
}

let master: Promise<Master> | undefined;

/** The small demo university, filled once per test run by the command itself. */
async function demoMaster(): Promise<Master> {
  return await (master ??= fillMaster());
}

async function fillMaster(): Promise<Master> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-demo-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const wishes = ["--people", String(PEOPLE), "--password", DEMO_PASSWORD];
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
    this.environment = { TAIZHANG_DATA: join(folder, "taizhang.db.files") };
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

export async function demoCopy(engine: "sqlite" | "postgres" = "sqlite"): Promise<DemoCopy> {
  const { folder: source, summary } = await demoMaster();
  const folder = await mkdtemp(join(tmpdir(), "taizhang-demo-copy-"));
  if (engine === "postgres") {
    const copy = new DemoCopy(folder, await freshDatabase(), summary);
    const [backup, keys] = [join(source, "demo.backup"), join(source, "taizhang.db.files")];
    if (!existsSync(backup)) jsonOf(await taizhangHere(sqliteIn(source), "backup", backup, "--json"));
    jsonOf(await taizhangHere(copy, "restore", backup, "--keys", keys, "--json"));
    return copy;
  }
  for (const name of ["taizhang.db", "taizhang.db.files"])
    await cp(join(source, name), join(folder, name), { recursive: true });
  return new DemoCopy(folder, sqliteIn(folder).db, summary);
}

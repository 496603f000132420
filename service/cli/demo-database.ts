import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dayOf } from "#core/kernel/instant.ts";
import { refuse, ok, type Result } from "#core/kernel/result.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import { parseTemplate } from "#core/ledger/template/parse-template.ts";
import type { DemoSummary } from "#service/demo/demo-summary.ts";
import { fillDemo } from "#service/demo/fill-demo.ts";
import type { Services } from "#service/usecases/services.ts";

/** What is kept beside the demo database, so that a later start can print the accounts again. Never made for a real office. */
export interface DemoSlip {
  readonly password: string;
  readonly summary: DemoSummary;
}

export interface DemoWish {
  readonly people: number;
  readonly seed: number;
  /** Folder that keeps the slip. */
  readonly dataFolder: string;
  readonly password: string | undefined;
  readonly say: (line: string) => void;
}

export type DemoRefusal = { readonly code: "database-not-empty"; readonly units: number };

/** Fills an empty database; a database that holds units is somebody's and stays as it is. */
export async function makeDemo(services: Services, wish: DemoWish): Promise<Result<DemoSlip, DemoRefusal>> {
  const units = await services.store.read(async (tx) => (await tx.organisation.units()).length);
  if (units > 0) return refuse({ code: "database-not-empty", units });
  const templates = await shippedBodies(services);
  const password = wish.password ?? services.random.oneTimePassword();
  const today = dayOf(services.clock.now());
  const summary = await fillDemo(services, {
    people: wish.people,
    seed: wish.seed,
    password,
    today,
    templates,
    onProgress: wish.say,
  });
  const slip = { password, summary };
  await writeFile(slipFile(wish.dataFolder), JSON.stringify(slip, null, 2), { mode: 0o600 });
  return ok(slip);
}

export async function readDemoSlip(dataFolder: string): Promise<DemoSlip | undefined> {
  const file = slipFile(dataFolder);
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as DemoSlip) : undefined;
}

export function demoLines({ password, summary }: DemoSlip): readonly string[] {
  const rows = summary.accounts.map(
    ({ role, unit, name, holder }) => `  ${name.padEnd(16)} ${ROLES[role] ?? role}  ${unit}  ${holder}`,
  );
  return [
    `演示数据 Demo: ${String(summary.units)} 个党组织, ${String(summary.people)} 人, ${String(summary.ledgers)} 份台账, ${String(summary.evidence)} 份支撑材料`,
    `账号 Accounts (密码均为 password for all: ${password})`,
    ...rows,
  ];
}

const ROLES: Readonly<Record<string, string>> = {
  unit: "党组织账号 unit",
  secretary: "书记 secretary",
  "deputy-secretary": "副书记 deputy",
  member: "党员 member",
  "system-administration": "系统管理 system",
  "security-administration": "安全管理 security",
  audit: "审计 audit",
};

function slipFile(dataFolder: string): string {
  return join(dataFolder, "demo-accounts.json");
}

async function shippedBodies({ shipped }: Services): Promise<readonly TemplateBody[]> {
  const names = await shipped.names();
  return await Promise.all(
    names.map(async (name) => {
      const parsed = parseTemplate(await shipped.load(name));
      if (!parsed.ok) throw new Error(`shipped template ${name} is not valid`);
      return parsed.value;
    }),
  );
}

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "mocha";
import { cruise, type Cruise } from "./cruise.ts";

const repository = join(import.meta.dirname, "..", "..");

/** rule | file that breaks it | what the file says */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  ["no-cycles", "core/ledger/one.ts", `import type { Two } from "./two.ts"; export type One = Two | 1;`],
  ["resolves", "core/ledger/lost.ts", `import { nothing } from "./nowhere.ts"; export const lost = nothing;`],
  ["declared-packages", "service/http/undeclared.ts", `import { parse } from "acorn"; export const p = parse;`],
  ["shipped-packages", "service/http/dev.ts", `import fc from "fast-check"; export const f = fc;`],
  ["core-is-pure", "core/ledger/reads.ts", `import { readFileSync } from "node:fs"; export const r = readFileSync;`],
  ["kernel-imports-nothing", "core/kernel/up.ts", `import type { Two } from "../ledger/two.ts"; export type Up = Two;`],
  ["zod-only-in-protocol", "core/sheet/schema.ts", `import { z } from "zod"; export const s = z.string();`],
  ["domain-knows-no-protocol", "core/access/proto.ts", `import type { P } from "../protocol/p.ts"; export type A = P;`],
  [
    "addin-knows-no-service",
    "addin/workbench/cheat.ts",
    `import { port } from "#service/ports/p.ts"; export const c = port;`,
  ],
  [
    "service-knows-no-addin",
    "service/usecases/cheat.ts",
    `import { word } from "#addin/wording/w.ts"; export const c = word;`,
  ],
  [
    "source-knows-no-test",
    "service/jobs/cheat.ts",
    `import { built } from "#test/builders/b.ts"; export const c = built;`,
  ],
  [
    "screens-get-functions",
    "addin/screens/ledger/s.ts",
    `import { ask } from "../../service-client/c.ts"; export const s = ask;`,
  ],
  [
    "screens-get-functions",
    "addin/screens/ledger/t.ts",
    `import { other } from "../standings/o.ts"; export const t = other;`,
  ],
  [
    "components-only-draw",
    "addin/components/b.ts",
    `import { ask } from "../service-client/c.ts"; export const b = ask;`,
  ],
  [
    "hosts-draw-sheets",
    "addin/hosts/grid/g.ts",
    `import { other } from "../../screens/standings/o.ts"; export const g = other;`,
  ],
  [
    "service-client-knows-no-screen",
    "addin/service-client/d.ts",
    `import { o } from "../screens/standings/q.ts"; export const d = o;`,
  ],
  [
    "wording-knows-no-screen",
    "addin/wording/x.ts",
    `import { o } from "../screens/standings/q.ts"; export const x = o;`,
  ],
  ["usecases-use-ports", "service/usecases/sql.ts", `import { sql } from "../store/s.ts"; export const u = sql;`],
  ["ports-are-words", "service/ports/q.ts", `import { sql } from "../store/s.ts"; export const q = sql;`],
  ["adapters-ignore-each-other", "service/workbook/w.ts", `import { sql } from "../store/s.ts"; export const w = sql;`],
  ["http-and-jobs-call-use-cases", "service/http/h.ts", `import { sql } from "../store/s.ts"; export const h = sql;`],
  ["only-roots-know-all", "service/http/root.ts", `import { main } from "../main.ts"; export const r = main;`],
  [
    "no-grandparents",
    "service/jobs/far.ts",
    `import type { Two } from "../../core/ledger/two.ts"; export type F = Two;`,
  ],
  ["no-drawers", "core/sheet/drawer.ts", `import { thing } from "./helpers/thing.ts"; export const d = thing;`],
  ["home-of-zod", "addin/service-client/z.ts", `import { z } from "zod"; export const s = z.string();`],
  ["home-of-express", "service/jobs/e.ts", `import { Router } from "express"; export const r = Router;`],
  ["home-of-kysely", "service/http/k.ts", `import { sql } from "kysely"; export const k = sql;`],
  ["home-of-kysely", "service/http/pg.ts", `import { Client } from "pg"; export const k = Client;`],
  ["home-of-exceljs", "service/store/x.ts", `import { Workbook } from "exceljs"; export const x = Workbook;`],
  ["home-of-saxes", "service/store/y.ts", `import { zipSync } from "fflate"; export const y = zipSync;`],
  ["home-of-docx", "service/store/d.ts", `import { Document } from "docx"; export const d = Document;`],
  ["home-of-node-cron", "service/store/n.ts", `import { schedule } from "node-cron"; export const n = schedule;`],
  ["home-of-pinyin-pro", "service/store/p.ts", `import { pinyin } from "pinyin-pro"; export const p = pinyin;`],
  [
    "home-of-univerjs",
    "addin/screens/ledger/u.ts",
    `import { Univer } from "@univerjs/core"; export const u = Univer;`,
  ],
  ["home-of-node-forge", "service/http/f.ts", `import forge from "node-forge"; export const f = forge;`],
  [
    "home-of-microsoftoffice-js",
    "addin/taskpane/o.ts",
    `import "@microsoft/office-js/dist/office.js"; export const o = 1;`,
  ],
  [
    "home-of-et-jsapi-declare",
    "addin/taskpane/w.ts",
    `import type {} from "et-jsapi-declare/index.d.ts"; export const w = 1;`,
  ],
  ["plans-know-no-host", "addin/hosts/plan/p.ts", `import { word } from "../../wording/w.ts"; export const p = word;`],
  ["home-of-lowdb", "service/store/l.ts", `import { Low } from "lowdb"; export const l = Low;`],
  ["home-of-react", "service/store/r.ts", `import { useState } from "react"; export const r = useState;`],
];

/** What the planted files lean on, and imports that are right. */
const innocent: readonly (readonly [file: string, text: string])[] = [
  ["core/ledger/two.ts", `import type { One } from "./one.ts"; export type Two = One | 2;`],
  ["core/protocol/p.ts", `import { z } from "zod"; export const p = z.string(); export type P = z.infer<typeof p>;`],
  ["core/sheet/helpers/thing.ts", `export const thing = 1;`],
  ["service/ports/p.ts", `export const port = 1;`],
  ["service/main.ts", `import { sql } from "./store/s.ts"; export const main = sql;`],
  ["service/store/s.ts", `import { sql as raw } from "kysely"; export const sql = raw;`],
  ["addin/wording/w.ts", `export const word = 1;`],
  ["addin/service-client/c.ts", `import type { P } from "#core/protocol/p.ts"; export const ask = (p: P) => p;`],
  ["addin/screens/standings/o.ts", `import { word } from "../../wording/w.ts"; export const other = word;`],
  ["addin/screens/standings/q.ts", `import { other } from "./o.ts"; export const o = other;`],
  ["test/builders/b.ts", `import { readFileSync } from "node:fs"; export const built = readFileSync;`],
];

describe("the arrows between folders", () => {
  let root: string;
  let found: Cruise;

  before(async function () {
    this.timeout(240_000);
    root = mkdtempSync(join(tmpdir(), "taizhang-arrows-"));
    for (const file of [".dependency-cruiser.cjs", "package.json", "tsconfig.json", "test/tsconfig.json"]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      copyFileSync(join(repository, file), join(root, file));
    }
    symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "junction");
    for (const [file, text] of [...planted.map(([, file, text]) => [file, text] as const), ...innocent]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    found = await cruise(root);
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it("are looked for in every file", () => {
    assert.equal(found.modules, found.files);
  });

  for (const [rule, file] of planted) {
    it(`${rule}: ${file} is found out`, () => {
      const rules = found.violations.filter(({ from }) => from === file).map((violation) => violation.rule);
      assert.ok(rules.includes(rule), `only ${rules.join(", ") || "nothing"} was reported`);
    });
  }

  it("let right imports through", () => {
    const files = new Set(innocent.map(([file]) => file));
    const wrongly = found.violations.filter(({ from, rule }) => files.has(from) && rule !== "no-cycles");
    assert.deepEqual(wrongly, []);
  });

  it("tell whoever breaks one why it is there", () => {
    assert.deepEqual(
      found.violations.filter(({ comment }) => comment.length < 30),
      [],
    );
  });

  it("have a planted violation for every rule", async () => {
    const { default: rules } = (await import(join(repository, ".dependency-cruiser.cjs"))) as RuleFile;
    const tried = new Set(planted.map(([rule]) => rule));
    assert.deepEqual(
      rules.forbidden.map(({ name }) => name).filter((name) => !tried.has(name)),
      [],
    );
  });
});

type RuleFile = { readonly default: { readonly forbidden: readonly { readonly name: string }[] } };

/**
 * Takes a register of members in, as the service does, and prints how long each step took and how much memory the process took
 * at most; beside it what the same rows cost in bare SQL.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { dayOf } from "#core/kernel/instant.ts";
import type { ImportMapping } from "#core/protocol/records/imports.ts";
import type { Store } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { commitImport } from "#service/usecases/import/commit-import.ts";
import { inspectImport } from "#service/usecases/import/inspect-import.ts";
import { stageImport } from "#service/usecases/import/stage-import.ts";
import { callerOfAccount } from "#service/usecases/load-caller.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { median } from "./median.ts";
import type { ImportFigures } from "./records-import.bench.ts";
import { MEMBERS_SHEET } from "./records-workbook.ts";

const SEARCHES = 300;
/** What the officer answers where a column's codes are of several editions. */
const EDITION_OF: Readonly<Record<string, string>> = { education: "2006" };

const [file = ""] = process.argv.slice(2);
const service = await startTestService();
const caller = await callerOfAccount(service.services, "g1");
if (!caller.ok) throw new Error(caller.refusal.code);
const taken = await take(service, caller.value, await readFile(file));
const megabytes = process.resourceUsage().maxRSS / 1_024;
const search = await searched(service);
await service.stop();
const figures: ImportFigures = { ...taken, ...search, megabytes, bareMs: bareCommit(service.dataFolder) };
console.log(JSON.stringify(figures));
await rm(service.dataFolder, { recursive: true });

async function take({ services }: TestService, by: Caller, content: Uint8Array) {
  const unitId = unitIdOf("g1");
  const began = performance.now();
  const inspected = await inspectImport(services, by, { content, unitId });
  if (!inspected.ok) throw new Error(inspected.refusal.code);
  const table = inspected.value.sheets[0]?.tables[0];
  const columns = (table?.columns ?? []).flatMap(({ index, field, edition }) =>
    field === null ? [] : [{ index, field, edition: edition ?? EDITION_OF[field] ?? null }],
  );
  const mapping: ImportMapping = { sheet: MEMBERS_SHEET, headerRow: table?.headerRow ?? 0, columns };
  const seen = performance.now();
  const staged = await stageImport(services, by, { content, fileName: "members.xlsx", unitId, mapping });
  if (!staged.ok) throw new Error(staged.refusal.code);
  const stagedAt = performance.now();
  const writes: number[] = [];
  const store: Store = {
    ...services.store,
    write: async (work) => {
      const from = performance.now();
      const written = await services.store.write(work);
      writes.push(performance.now() - from);
      return written;
    },
  };
  const committed = await commitImport({ store }, by, { importId: staged.value.id, reason: "年度名册" });
  if (!committed.ok) throw new Error(committed.refusal.code);
  // The second one clears what was staged: nobody waits for it.
  const [commitMs = Number.NaN] = writes;
  return { people: committed.value.counts.new, inspectMs: seen - began, stageMs: stagedAt - seen, commitMs };
}

/** Somebody found by his ID number, and read by his key, through the same store. */
async function searched({ services: { store, clock } }: TestService) {
  const people = await store.read((tx) =>
    tx.people.inUnits({ units: [unitIdOf("b11")], on: dayOf(clock.now()), kinds: ["member"], opened: true }),
  );
  const [byNumber, byKey]: [number[], number[]] = [[], []];
  const some = people.slice(0, SEARCHES);
  // The first round wakes everything up.
  for (const { id, facts } of [...some, ...some]) {
    const number = [facts["idNumber"] ?? ""];
    byNumber.push(
      await timed(() =>
        store.read(async (tx) => await tx.people.byIds([...(await tx.people.withIdNumbers(number)).values()])),
      ),
    );
    byKey.push(await timed(() => store.read((tx) => tx.people.byIds([id]))));
  }
  return { searchMs: median(byNumber.slice(SEARCHES)), keyMs: median(byKey.slice(SEARCHES)) };
}

async function timed(work: () => Promise<readonly unknown[]>): Promise<number> {
  const from = performance.now();
  const found = await work();
  if (found.length !== 1) throw new Error("nobody was found");
  return performance.now() - from;
}

/** The same rows, columns and indexes written by two statements of SQL, and nothing else. */
function bareCommit(folder: string): number {
  const bare = new DatabaseSync(join(folder, "bare.db"), { enableForeignKeyConstraints: false });
  bare.exec("pragma journal_mode = wal; pragma synchronous = full");
  bare.exec(`attach '${join(folder, "taizhang.db")}' as kept`);
  const made = bare.prepare(
    "select sql from kept.sqlite_master where tbl_name in ('person', 'post') and sql is not null order by type desc",
  );
  for (const { sql } of made.all()) bare.exec(String(sql));
  const from = performance.now();
  bare.exec("begin immediate; insert into person select * from kept.person; insert into post select * from kept.post");
  bare.exec("commit");
  const took = performance.now() - from;
  bare.close();
  return took;
}

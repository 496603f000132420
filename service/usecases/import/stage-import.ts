import { layoutKey } from "#core/intake/table/layout-key.ts";
import type { SeenRow } from "#core/intake/seen-workbook.ts";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { maskValue } from "#core/people/field/mask.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { hasIdentity, judgeRow, type RowVerdict } from "#core/people/import/judge-row.ts";
import { columnsByField, readRow, type ReadOptions, type ReadRow } from "#core/people/import/read-row.ts";
import { recordChanges } from "#core/people/person/record-changes.ts";
import type { ImportMapping, ImportView } from "#core/protocol/records/imports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ImportRecord, ImportRow, StagedPerson } from "#service/ports/records/staging.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { branchesBelow, type BranchFinder } from "./branches-below.ts";
import { checkMapping } from "./check-mapping.ts";
import { openTable, type OpenTable } from "./import-table.ts";
import { importView } from "./import-view.ts";
import { matchRows } from "./match-rows.ts";
import { rowDetail } from "./row-detail.ts";
import { summaryText } from "./import-summary.ts";

/** A transaction each: fewer wait for the disk too often, more hold up the writers behind them for too long. */
const ROWS_AT_ONCE = 1_000;

export interface StageOrder {
  readonly content: Uint8Array;
  readonly fileName: string;
  readonly unitId: UnitId;
  readonly mapping: ImportMapping;
}

export type ImportServices = Pick<Services, "store" | "random" | "digest" | "workbooks" | "catalogue">;

/**
 * Reads a table to its end and judges every row against the records (W8): nothing of it is in them until it is committed. The
 * rows are taken a thousand at a time, each time in a transaction of its own, so that 100,000 people hold up nobody.
 */
export async function stageImport(
  services: ImportServices,
  caller: Caller,
  order: StageOrder,
): Promise<Result<ImportView, AnyRefusal>> {
  const { store, random, digest, catalogue } = services;
  if (!caller.scope.records.work.has(order.unitId)) return refuse({ code: "not-found" });
  const checked = checkMapping(catalogue, order.mapping);
  if (!checked.ok) return checked;
  const opened = await openTable(services, { content: order.content, ...order.mapping });
  if (!opened.ok) return opened;
  const layout = layoutKey(opened.value.table);
  const record: ImportRecord = {
    id: random.id("imp"),
    unitId: order.unitId,
    accountId: caller.account.id,
    fileName: order.fileName,
    sha256: digest(order.content),
    madeAt: caller.at,
    state: "staging",
    summary: summaryText({ skipped: 0, mapping: order.mapping, layout }),
  };
  await store.write((tx) => tx.staging.insertImport(record));
  const staged = await stageRows(services, caller, { record, table: opened.value, mapping: order.mapping });
  if (!staged.ok) {
    await dropStaged(services, record);
    return staged;
  }
  const summary = summaryText({ skipped: staged.value, mapping: order.mapping, layout });
  await store.write((tx) => tx.staging.moveImport(record.id, "staging", { state: "staged", summary }));
  const view = await store.read((tx) => importView(tx, caller, record.id));
  if (!view.ok || view.value.state === "staged") return view;
  return refuse({ code: "import-not-staged", state: view.value.state });
}

/** What was staged goes; the import stays as a sign that it was tried. */
async function dropStaged({ store }: Pick<Services, "store">, record: ImportRecord): Promise<void> {
  await store.write(async (tx) => {
    await tx.staging.clearStaged(record.id);
    await tx.staging.moveImport(record.id, "staging", { state: "dropped", summary: record.summary });
  });
}

interface Work {
  readonly record: ImportRecord;
  readonly table: OpenTable;
  readonly mapping: ImportMapping;
}

/** @returns how many rows of the sheet were no people. */
async function stageRows(
  services: ImportServices,
  caller: Caller,
  { record, table, mapping }: Work,
): Promise<Result<number, AnyRefusal>> {
  const judge = batchJudge(services, caller, {
    record,
    mapping,
    options: {
      columns: mapping.columns,
      byField: columnsByField(mapping.columns),
      catalogue: services.catalogue,
      today: dayOf(caller.at),
      date1904: table.date1904,
    },
    findBranch: branchesBelow(caller.organisation, record.unitId),
    seen: new Map(),
  });
  let skipped = 0;
  try {
    let gathered: SeenRow[] = [];
    for await (const batch of table.batches) {
      if (!batch.ok) return batch;
      skipped += batch.value.skipped;
      gathered.push(...batch.value.rows);
      if (gathered.length < ROWS_AT_ONCE) continue;
      const judged = await judge(gathered);
      if (!judged.ok) return judged;
      gathered = [];
    }
    const judged = await judge(gathered);
    if (!judged.ok) return judged;
  } finally {
    table.close();
  }
  return ok(skipped);
}

interface BatchWork {
  readonly record: ImportRecord;
  readonly mapping: ImportMapping;
  readonly options: ReadOptions;
  readonly findBranch: BranchFinder;
  /** Who was met in this file already: identity to row. */
  readonly seen: Map<string, number>;
}

function batchJudge({ store, random, catalogue }: ImportServices, caller: Caller, work: BatchWork) {
  const { record, mapping, options, findBranch, seen } = work;
  return async (rows: readonly SeenRow[]): Promise<Result<undefined, AnyRefusal>> => {
    const read = rows.map((row) => readRow(row, options));
    const match = await store.read((tx) => matchRows(tx, caller, read));
    const judged = read.map((one) => {
      const sameAs = sameRow(seen, one);
      const branch = findBranch(one.unit);
      const { today } = options;
      const newId = (prefix: string): string => random.id(prefix);
      const verdict = judgeRow({ read: one, sameAs, match: match(one), branch, catalogue, today, newId });
      return { read: one, verdict };
    });
    return await store.write(async (tx) => {
      // The officer may have thought better of it meanwhile.
      const { state } = (await tx.staging.importById(record.id)) ?? { state: "dropped" };
      if (state !== "staging") return refuse({ code: "import-not-staged", state });
      await tx.staging.stage(
        record.id,
        judged.flatMap(({ verdict }) => stagedPerson(catalogue, verdict)),
      );
      await tx.staging.addImportRows(judged.map((one) => importRow(catalogue, { record, mapping, ...one })));
      return ok(undefined);
    });
  };
}

/** The earlier row with the same ID number, or, without one, with the same name and birth date; remembers this one. */
function sameRow(seen: Map<string, number>, read: ReadRow): number | null {
  if (!hasIdentity(read) || read.problems.length > 0) return null;
  const { idNumber, name = "", birthDate = "" } = read.facts;
  const key = idNumber ?? `${name} ${birthDate}`;
  const earlier = seen.get(key);
  if (earlier === undefined) seen.set(key, read.row);
  return earlier ?? null;
}

function stagedPerson(catalogue: FieldCatalogue, verdict: RowVerdict): readonly StagedPerson[] {
  if (verdict.verdict === "new") return [{ person: verdict.person, baseVersion: 0, history: [] }];
  if (verdict.verdict !== "changed") return [];
  const { before, person } = verdict;
  const history = recordChanges(before, person).map(({ field, revision, value }) => {
    const definition = catalogue.byKey("person", field)?.definition;
    return { field, revision, value: value === null || !definition ? value : maskValue(definition, value) };
  });
  return [{ person, baseVersion: before.version, history }];
}

interface JudgedRow {
  readonly record: ImportRecord;
  readonly mapping: ImportMapping;
  readonly read: ReadRow;
  readonly verdict: RowVerdict;
}

function importRow(catalogue: FieldCatalogue, { record, mapping, read, verdict }: JudgedRow): ImportRow {
  return {
    importId: record.id,
    sheet: mapping.sheet,
    row: read.row,
    verdict: verdict.verdict,
    personId: personOf(verdict),
    detail: JSON.stringify(rowDetail(catalogue, read, verdict)),
  };
}

function personOf(verdict: RowVerdict): PersonId | null {
  if (verdict.verdict === "unchanged") return verdict.personId;
  return verdict.verdict === "new" || verdict.verdict === "changed" ? toId<PersonId>(verdict.person.id) : null;
}

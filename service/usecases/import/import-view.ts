import type { UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import {
  IMPORT_VERDICTS,
  type ImportRowDetail,
  type ImportRowView,
  type ImportView,
} from "#core/protocol/records/imports.ts";
import type { ImportPage, ImportRecord } from "#service/ports/records/staging.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { parseSummary } from "./import-summary.ts";

/** Who looks for one that is under way looks at the newest. */
const MOST_LISTED = 20;

type Reads = Pick<StoreReads, "staging">;

/** An import of a unit on which the caller works; any other looks as if it did not exist (A9). */
export async function permitImport(
  tx: Reads,
  { scope }: Caller,
  importId: string,
): Promise<Result<ImportRecord, AccessRefusal>> {
  const found = await tx.staging.importById(importId);
  return found && scope.records.work.has(found.unitId) ? ok(found) : refuse({ code: "not-found" });
}

export async function importView(
  tx: Reads,
  caller: Caller,
  importId: string,
): Promise<Result<ImportView, AccessRefusal>> {
  const permitted = await permitImport(tx, caller, importId);
  if (!permitted.ok) return permitted;
  return ok(await viewOf(tx, caller, permitted.value));
}

async function viewOf(tx: Reads, caller: Caller, record: ImportRecord): Promise<ImportView> {
  const { id, fileName, unitId, madeAt, state, summary } = record;
  const counts = await tx.staging.importCounts(id);
  const unitName = caller.organisation.units.get(unitId)?.shortName ?? "";
  return {
    ...{ id, fileName, unitId, unitName, madeAt, state },
    counts: Object.fromEntries(
      IMPORT_VERDICTS.map((verdict) => [verdict, counts.get(verdict) ?? 0]),
    ) as ImportView["counts"],
    skipped: parseSummary(summary).skipped,
  };
}

/** GET /records/imports/:import */
export async function readImport(
  { store }: Pick<Services, "store">,
  caller: Caller,
  importId: string,
): Promise<Result<ImportView, AccessRefusal>> {
  return await store.read((tx) => importView(tx, caller, importId));
}

/** GET /records/imports?unit: the caller's own in that unit, the newest first. While one is being read, its counts grow. */
export async function listImports(
  { store }: Pick<Services, "store">,
  caller: Caller,
  unitId: UnitId,
): Promise<Result<readonly ImportView[], AccessRefusal>> {
  if (!caller.scope.records.work.has(unitId)) return refuse({ code: "not-found" });
  return await store.read(async (tx) => {
    const all = await tx.staging.importsOf([unitId]);
    const mine = all.filter(({ accountId }) => accountId === caller.account.id).slice(0, MOST_LISTED);
    const views = [];
    for (const record of mine) views.push(await viewOf(tx, caller, record));
    return ok(views);
  });
}

export interface RowsAsked {
  readonly importId: string;
  readonly verdict: ImportRowView["verdict"] | undefined;
  /** 1-based; rows behind it. */
  readonly after: number | undefined;
  readonly most: number;
}

/** A page of the preview, in the order of the file. */
export async function readImportRows(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { importId, verdict, after, most }: RowsAsked,
): Promise<Result<readonly ImportRowView[], AccessRefusal>> {
  return await store.read(async (tx) => {
    const permitted = await permitImport(tx, caller, importId);
    if (!permitted.ok) return permitted;
    const { sheet } = parseSummary(permitted.value.summary).mapping;
    const page: ImportPage = {
      most,
      ...(verdict === undefined ? {} : { verdict }),
      ...(after === undefined ? {} : { after: { sheet, row: after - 1 } }),
    };
    const rows = await tx.staging.importRows(importId, page);
    return ok(
      rows.map(({ row, verdict, personId, detail }) => ({
        row: row + 1,
        verdict,
        record: personId === null || verdict === "new" ? null : `person:${personId}`,
        // Written by `rowDetail`.
        detail: JSON.parse(detail) as ImportRowDetail,
      })),
    );
  });
}

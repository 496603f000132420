import type { RememberedMapping } from "#core/intake/mapping/mapping.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ImportView } from "#core/protocol/records/imports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ImportRecord } from "#service/ports/records/staging.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { parseSummary } from "./import-summary.ts";
import { importView, permitImport } from "./import-view.ts";

export interface CommitOrder {
  readonly importId: string;
  readonly reason: string;
}

/**
 * Everything that was staged goes into the records, or nothing: one short transaction. Sent twice, the second finds it done. When
 * somebody changed one of the people meanwhile, nothing is written and the file has to be staged anew.
 */
export async function commitImport(
  { store }: Pick<Services, "store">,
  caller: Caller,
  order: CommitOrder,
): Promise<Result<ImportView, AnyRefusal>> {
  const committed = await writeOrRollBack<ImportView, AnyRefusal>(store, async (tx) => {
    const permitted = await permitImport(tx, caller, order.importId);
    if (!permitted.ok) return permitted;
    const record = permitted.value;
    if (record.state !== "committed") {
      const done = await commit(tx, caller, { record, reason: order.reason });
      if (!done.ok) return done;
    }
    return await importView(tx, caller, record.id);
  });
  // Takes as long again and nobody waits for it: were it to fail, `sweepImports` finds what it left.
  if (committed.ok) await store.write((tx) => tx.staging.clearStaged(order.importId));
  return committed;
}

async function commit(
  tx: StoreWrites,
  caller: Caller,
  { record, reason }: { readonly record: ImportRecord; readonly reason: string },
): Promise<Result<undefined, AnyRefusal>> {
  const { id, summary } = record;
  const isMine = await tx.staging.moveImport(id, "staged", { state: "committed", summary });
  if (!isMine) return await whatBecame(tx, caller, id);
  const by = { at: caller.at, accountId: caller.account.id, who: caller.who, reason };
  const { changed, doubled } = await tx.staging.commitStaged(id, by);
  if (changed.length + doubled.length > 0) {
    return refuse({ code: "import-overtaken", changed: changed.length, doubled: doubled.length });
  }
  const { mapping, layout } = parseSummary(summary);
  const remembered: RememberedMapping = { layout, columns: mapping.columns };
  await tx.staging.saveHeaderMapping(record.unitId, layout, JSON.stringify(remembered), caller.at);
  const counts = await tx.staging.importCounts(id);
  const fields = [...counts].map(([field, number]) => ({ field, old: null, new: String(number) }));
  const file = { field: "file", old: null, new: `${record.fileName} ${record.sha256}` };
  tx.record(auditEntry(caller, { action: "import", record: `import:${id}`, why: reason, fields: [file, ...fields] }));
  return ok(undefined);
}

/** Somebody else confirmed it or gave it up at the same moment: what it is now is the answer. */
async function whatBecame(tx: StoreWrites, caller: Caller, importId: string): Promise<Result<undefined, AnyRefusal>> {
  const now = await permitImport(tx, caller, importId);
  if (!now.ok) return now;
  const { state } = now.value;
  return state === "committed" ? ok(undefined) : refuse({ code: "import-not-staged", state });
}

/** The officer thinks better of it. A committed one stays. */
export async function dropImport(
  { store }: Pick<Services, "store">,
  caller: Caller,
  importId: string,
): Promise<Result<undefined, AnyRefusal>> {
  return await writeOrRollBack<undefined, AnyRefusal>(store, async (tx) => {
    const permitted = await permitImport(tx, caller, importId);
    if (!permitted.ok) return permitted;
    const { summary, state } = permitted.value;
    if (state === "dropped") return ok(undefined);
    const dropped = { state: "dropped", summary } as const;
    const isDropped =
      (await tx.staging.moveImport(importId, "staged", dropped)) ||
      // Still being read: whoever reads it notices with the next thousand rows.
      (await tx.staging.moveImport(importId, "staging", dropped));
    if (!isDropped) return refuse({ code: "import-not-staged", state });
    await tx.staging.clearStaged(importId);
    return ok(undefined);
  });
}

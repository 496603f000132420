import { parseDay } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkReason } from "#core/ledger/item-rules/check-reason.ts";
import type { Extension } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { extenderRefusal } from "./window-access.ts";

/** A later last day of one stage for a single unit's ledgers, with a reason (L15). */
export async function extendWindow(
  { store }: Pick<Services, "store">,
  caller: Caller,
  extension: Extension,
): Promise<Result<null, AnyRefusal>> {
  const { level, year, stage, reason } = extension;
  const unitId = toId<UnitId>(extension.unitId);
  const refusal = extenderRefusal(caller, unitId, level) ?? checkReason(reason);
  if (refusal) return refuse(refusal);
  const to = parseDay(extension.to);
  if (!to) return refuse({ code: "bad-request", problems: [{ path: "to", message: "an existing day expected" }] });
  await store.write(async (tx) => {
    const before = (await tx.ledgers.extensions({ unitId, level, year })).find((earlier) => earlier.stage === stage);
    await tx.ledgers.saveExtension({ unitId, level, year, stage, to, reason });
    const fields = [{ field: stage, old: before?.to ?? null, new: to }];
    tx.record(
      auditEntry(caller, { action: "extend-window", record: `window:${unitId}/${level}/${year}`, why: reason, fields }),
    );
  });
  return ok(null);
}

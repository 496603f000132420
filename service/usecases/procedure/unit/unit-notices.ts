import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { UnitNotice } from "#service/ports/records/procedures.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";

const MOST = 200;

/** What the other side of letters and plans did, newest first. */
export async function listUnitNotices(
  { store }: Pick<Services, "store">,
  { scope }: Caller,
  unit: string,
): Promise<Result<readonly UnitNotice[], AnyRefusal>> {
  const unitId = toId<UnitId>(unit);
  if (!scope.records.read.has(unitId)) return refuse({ code: "not-found" });
  return ok(await store.read((tx) => tx.procedures.unitNotices([unitId], MOST)));
}

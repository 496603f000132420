import type { UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { WindowView } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { ancestorsOf } from "#core/organisation/tree.ts";
import type { WindowRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { nearestWindow } from "./load-window.ts";
import { isVisible } from "./window-access.ts";
import { parseSpans } from "./window-record.ts";

const LEVELS: readonly LedgerLevel[] = ["general-branch", "branch", "member"];

/** What holds below one unit, per level: its own setting, or the nearest one above it; revision 0 where it has none of its own. */
export async function listWindows(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { unitId, year }: { readonly unitId: UnitId; readonly year: number },
): Promise<Result<readonly WindowView[], AnyRefusal>> {
  const { organisation } = caller;
  if (!isVisible(caller, unitId)) return refuse({ code: "not-found" });
  const unitIds = [unitId, ...ancestorsOf(organisation, unitId)];
  return await store.read(async (tx) => {
    const views: WindowView[] = [];
    for (const level of LEVELS) {
      const nearest = nearestWindow(await tx.ledgers.windows({ unitIds, level, year }), unitIds);
      if (!nearest) continue;
      const revision = nearest.unitId === unitId ? nearest.revision : 0;
      views.push({ ...windowView(nearest, organisation), unitId, revision });
    }
    return ok(views);
  });
}

export function windowView(window: WindowRecord, organisation: Organisation): WindowView {
  const { unitId, level, year, closed, revision } = window;
  const setBy = organisation.units.get(unitId)?.name ?? "";
  return { unitId, level, year, spans: parseSpans(window.spans), closed, revision, setBy };
}

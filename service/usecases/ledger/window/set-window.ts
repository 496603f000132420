/**
 * The superior opens and closes the stages of one level and year for everything below his unit (L15). Closing is a line
 * nobody crosses by accident; reopening what was closed, or what is over, needs a reason.
 */
import { dayOf, parseDay } from "#core/kernel/instant.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { isClosed } from "#core/ledger/check-window.ts";
import { checkReason } from "#core/ledger/item-rules/check-reason.ts";
import type { WindowSetting, WindowView } from "#core/protocol/ledgers.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { WindowRecord } from "#service/ports/records.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { windowOf } from "./load-window.ts";
import { setterRefusal } from "./window-access.ts";
import { windowView } from "./list-windows.ts";
import { STAGES } from "./window-record.ts";

type Set = Result<WindowView, AnyRefusal>;

export async function setWindow(
  { store }: Pick<Services, "store">,
  caller: Caller,
  setting: WindowSetting,
): Promise<Set> {
  const unitId = toId<UnitId>(setting.unitId);
  const refusal = setterRefusal(caller, unitId) ?? spansRefusal(setting);
  if (refusal) return refuse(refusal);
  return await store.write(async (tx): Promise<Set> => {
    const { level, year, closed, baseRevision, reason } = setting;
    const [before] = await tx.ledgers.windows({ unitIds: [unitId], level, year });
    const window: WindowRecord = {
      unitId,
      level,
      year,
      spans: JSON.stringify(setting.spans),
      closed,
      revision: baseRevision + 1,
    };
    const reasonRefusal = reopens(before, window, caller) ? checkReason(reason) : undefined;
    if (reasonRefusal) return refuse(reasonRefusal);
    if (!(await tx.ledgers.saveWindow(window))) return refuse({ code: "changed-meanwhile" });
    const fields = [
      { field: "spans", old: before?.spans ?? null, new: window.spans },
      { field: "closed", old: before ? String(before.closed) : null, new: String(closed) },
    ];
    tx.record(
      auditEntry(caller, { action: "set-window", record: `window:${unitId}/${level}/${year}`, why: reason, fields }),
    );
    return ok(windowView(window, caller.organisation));
  });
}

/** Was nothing possible any more, and is it now? */
function reopens(before: WindowRecord | undefined, after: WindowRecord, { at }: Caller): boolean {
  const today = dayOf(at);
  return before !== undefined && isClosed(windowOf(before), today) && !isClosed(windowOf(after), today);
}

function spansRefusal({ spans }: WindowSetting): AnyRefusal | undefined {
  const problems = STAGES.flatMap((stage) => {
    const span = spans[stage];
    if (!span) return [];
    const sound = parseDay(span.from) && parseDay(span.to) && span.from <= span.to;
    return sound ? [] : [{ path: `spans.${stage}`, message: "two existing days in order expected" }];
  });
  return problems.length > 0 ? { code: "bad-request", problems } : undefined;
}

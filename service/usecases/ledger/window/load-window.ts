import { extendedWindow } from "#core/ledger/check-window.ts";
import type { Extension, LedgerWindow } from "#core/ledger/window.ts";
import { ancestorsOf } from "#core/organisation/tree.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { LedgerRecord, WindowRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { parseSpans, parseStage } from "./window-record.ts";

export type WindowedLedger = Pick<LedgerRecord, "ownerKind" | "unitId" | "level" | "year">;

/** The stages that hold for one ledger (L15): the nearest superior's that set any, with its unit's extensions. */
export async function loadWindow(
  tx: StoreReads,
  organisation: Organisation,
  ledger: WindowedLedger,
): Promise<LedgerWindow | undefined> {
  const { unitId, level, year } = ledger;
  const unitIds = superiorsOf(organisation, ledger);
  const set = await tx.ledgers.windows({ unitIds, level, year });
  const nearest = nearestWindow(set, unitIds);
  if (!nearest) return undefined;
  const extensions = await tx.ledgers.extensions({ unitId, level, year });
  return extensions.reduce(
    (window, extension) =>
      extendedWindow(window, { ...extension, stage: parseStage(extension.stage) } satisfies Extension),
    windowOf(nearest),
  );
}

/** Nearest first; a member's superiors begin with his own branch. */
export function superiorsOf(
  organisation: Organisation,
  { ownerKind, unitId }: Pick<LedgerRecord, "ownerKind" | "unitId">,
): readonly UnitId[] {
  const above = ancestorsOf(organisation, unitId);
  return ownerKind === "member" ? [unitId, ...above] : above;
}

export function nearestWindow(set: readonly WindowRecord[], superiors: readonly UnitId[]): WindowRecord | undefined {
  for (const unitId of superiors) {
    const found = set.find((window) => window.unitId === unitId);
    if (found) return found;
  }
  return undefined;
}

export function windowOf({ level, year, spans, closed }: WindowRecord): LedgerWindow {
  return { level, year, spans: parseSpans(spans), closed };
}

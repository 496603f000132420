import { groupBy } from "#core/kernel/group-by.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { standingEntry } from "#core/ledger/scoring/standing-entry.ts";
import type { LedgerWindow } from "#core/ledger/window.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { ownLedgerFilter } from "../ledger-relations.ts";
import { completeItems } from "../list/complete-items.ts";
import { templateBodies } from "../list/describe-ledgers.ts";
import { openUntil, type WindowShelf } from "./window-shelf.ts";

const MOST = 200;

/** Challenges to answer (L8) and items still to fill, ledger by ledger. */
export async function ownDuties(tx: StoreReads, caller: Caller, windows: WindowShelf): Promise<readonly Duty[]> {
  const own = await tx.ledgers.list({ visible: ownLedgerFilter(caller.scope), includeVoided: false, most: MOST });
  const ledgers = own.filter(({ state }) => state === "open");
  if (ledgers.length === 0) return [];
  const ids = ledgers.map(({ id }) => id);
  const bodies = await templateBodies(tx, ledgers);
  const scores = groupBy(await tx.ledgers.scoresOf(ids), (row) => row.ledgerId);
  const challenged = groupBy(await tx.ledgers.challengedItems(ids), (row) => row.ledgerId);
  const duties: Duty[] = [];
  for (const ledger of ledgers) {
    const items = bodies.get(ledger.templateVersionId)?.sections.flatMap((section) => section.items) ?? [];
    const missing = items.length - completeItems(items, scores.get(ledger.id) ?? []);
    const states = (challenged.get(ledger.id) ?? []).map(({ state }) => state);
    duties.push(...dutiesOf(caller, ledger, { window: await windows.of(ledger), missing, states }));
  }
  return duties;
}

interface Found {
  readonly window: LedgerWindow | undefined;
  readonly missing: number;
  readonly states: readonly ItemState[];
}

function dutiesOf({ at }: Caller, { id, name }: LedgerRecord, { window, missing, states }: Found): readonly Duty[] {
  const about = { ledgerId: id, title: name };
  const waiting = states.filter((state) => standingEntry(state)?.status === "challenged").length;
  const review = openUntil(window, at, ["peer-review", "leader-review"]) ?? null;
  const filling = openUntil(window, at, ["filling"]);
  return [
    ...(waiting > 0 ? [{ kind: "answer-challenge", count: waiting, ...about, due: review } as const] : []),
    ...(filling && missing > 0 ? [{ kind: "fill", count: missing, ...about, due: filling } as const] : []),
  ];
}

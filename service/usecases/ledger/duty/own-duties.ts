import { groupBy } from "#core/kernel/group-by.ts";
import { standingEntry } from "#core/ledger/standing-entry.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../../caller.ts";
import { ownLedgerFilter } from "../ledger-relations.ts";
import { completeItems } from "../list/complete-items.ts";
import { templateBodies } from "../list/describe-ledgers.ts";
import { openUntil, type WindowShelf } from "./window-shelf.ts";

const MOST = 200;

/** Challenges to answer (L8) and items still to fill, ledger by ledger. */
export async function ownDuties(tx: StoreReads, caller: Caller, windows: WindowShelf): Promise<readonly Duty[]> {
  const ledgers = await tx.ledgers.list({ visible: ownLedgerFilter(caller.scope), includeVoided: false, most: MOST });
  if (ledgers.length === 0) return [];
  const ids = ledgers.map(({ id }) => id);
  const bodies = await templateBodies(tx, ledgers);
  const scores = groupBy(await tx.ledgers.scoresOf(ids), (row) => row.ledgerId);
  const challenged = groupBy(await tx.ledgers.challengedItems(ids), (row) => row.ledgerId);
  const duties: Duty[] = [];
  for (const ledger of ledgers) {
    const window = await windows.of(ledger);
    const about = { ledgerId: ledger.id, title: ledger.name };
    const review = openUntil(window, caller.at, ["peer-review", "leader-review"]);
    const waiting = (challenged.get(ledger.id) ?? []).filter(({ state }) => standingEntry(state)?.status === "challenged").length;
    if (waiting > 0) duties.push({ kind: "answer-challenge", count: waiting, ...about, due: review ?? null });
    const filling = openUntil(window, caller.at, ["filling"]);
    const items = bodies.get(ledger.templateVersionId)?.sections.flatMap((section) => section.items) ?? [];
    const missing = items.length - completeItems(items, scores.get(ledger.id) ?? []);
    if (filling && missing > 0) duties.push({ kind: "fill", count: missing, ...about, due: filling });
  }
  return duties;
}

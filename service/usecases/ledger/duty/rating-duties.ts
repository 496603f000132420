import type { LedgerFilter } from "#core/access/ledger-filter.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import { standingEntry } from "#core/ledger/scoring/standing-entry.ts";
import type { Stage } from "#core/ledger/window.ts";
import type { Duty } from "#core/protocol/ledgers.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { raterKeyOf } from "../item-actor.ts";
import { ledLedgerFilter, peerLedgerFilter } from "../ledger-relations.ts";
import { templateBodies } from "../list/describe-ledgers.ts";
import { openUntil, type WindowShelf } from "./window-shelf.ts";

const MOST = 500;

interface Rated {
  readonly raterClass: "peer" | "leader";
  readonly visible: LedgerFilter;
  readonly stages: readonly Stage[];
}

/** Escalated disputes to rule on (L9), and qualitative scores that are still to be given (L11), template by template. */
export async function ratingDuties(tx: StoreReads, caller: Caller, windows: WindowShelf): Promise<readonly Duty[]> {
  const { scope } = caller;
  if (scope.person === null) return [];
  const peer: Rated = {
    raterClass: "peer",
    visible: peerLedgerFilter(scope),
    stages: ["peer-review", "leader-review"],
  };
  const leader: Rated = { raterClass: "leader", visible: ledLedgerFilter(scope), stages: ["leader-review"] };
  return [
    ...(await dutiesIn(tx, caller, { rated: peer, windows })),
    ...(await dutiesIn(tx, caller, { rated: leader, windows })),
  ];
}

interface Looked {
  readonly rated: Rated;
  readonly windows: WindowShelf;
}

interface OpenLedger {
  readonly ledger: LedgerRecord;
  readonly due: string;
}

async function dutiesIn(tx: StoreReads, caller: Caller, { rated, windows }: Looked): Promise<readonly Duty[]> {
  const found = await tx.ledgers.list({ visible: rated.visible, includeVoided: false, most: MOST });
  const open: OpenLedger[] = [];
  for (const ledger of found) {
    if (ledger.state !== "open") continue;
    if (ledger.personId !== null && ledger.personId === caller.scope.person?.id) continue;
    const due = openUntil(await windows.of(ledger), caller.at, rated.stages);
    if (due) open.push({ ledger, due });
  }
  if (open.length === 0) return [];
  const rulings = rated.raterClass === "leader" ? await rulingsIn(tx, open) : [];
  return [...rulings, ...(await missingRatings(tx, caller, { open, raterClass: rated.raterClass }))];
}

async function rulingsIn(tx: StoreReads, open: readonly OpenLedger[]): Promise<readonly Duty[]> {
  const challenged = await tx.ledgers.challengedItems(open.map(({ ledger }) => ledger.id));
  const escalated = challenged.filter(({ state }) => standingEntry(state)?.status === "escalated");
  const byLedger = groupBy(escalated, (item) => item.ledgerId);
  return open.flatMap(({ ledger, due }): readonly Duty[] => {
    const count = byLedger.get(ledger.id)?.length ?? 0;
    return count === 0 ? [] : [{ kind: "rule", count, ledgerId: ledger.id, title: ledger.name, due }];
  });
}

interface ToRate {
  readonly open: readonly OpenLedger[];
  readonly raterClass: string;
}

async function missingRatings(tx: StoreReads, caller: Caller, { open, raterClass }: ToRate): Promise<readonly Duty[]> {
  const bodies = await templateBodies(
    tx,
    open.map(({ ledger }) => ledger),
  );
  const own = (await tx.ledgers.ratingsOf(open.map(({ ledger }) => ledger.id))).filter(
    (rating) =>
      rating.raterKey === raterKeyOf(caller, raterClass) && rating.raterClass === raterClass && rating.score !== null,
  );
  const given = groupBy(own, (rating) => rating.ledgerId);
  const pending = open.filter(({ ledger }) => {
    const body = bodies.get(ledger.templateVersionId);
    const rates = body?.policy.classes.some(({ code }) => code === raterClass) ?? false;
    return rates && (given.get(ledger.id)?.length ?? 0) < (body?.qualitative.length ?? 0);
  });
  return [...groupBy(pending, ({ ledger }) => `${ledger.templateId} ${ledger.year}`).values()].flatMap(
    (ledgers): readonly Duty[] => {
      const [first] = ledgers;
      if (!first) return [];
      const title = bodies.get(first.ledger.templateVersionId)?.name ?? first.ledger.name;
      const due = ledgers.map((one) => one.due).toSorted()[0] ?? null;
      return [{ kind: "rate", count: ledgers.length, ledgerId: first.ledger.id, title, due }];
    },
  );
}

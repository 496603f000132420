import { groupBy } from "#core/kernel/group-by.ts";
import type { ItemKey } from "#core/kernel/ids.ts";
import { computeTotals } from "#core/ledger/scoring/compute-totals.ts";
import { rankStanding, type Ranked } from "#core/ledger/scoring/rank-standing.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { LedgerTotals } from "#core/ledger/scoring/totals.ts";
import type { LedgerRecord, RatingRecord } from "#service/ports/records.ts";
import type { ScoreRow } from "#service/ports/ledgers.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { completeItems } from "../ledger/list/complete-items.ts";
import { templateBodies } from "../ledger/list/describe-ledgers.ts";
import { ownerNamesOf } from "../ledger/names.ts";
import { ratingOf } from "../ledger/view/build-ledger-view.ts";

export interface StandingLine {
  readonly ledger: LedgerRecord;
  /** Owner's name: what breaks ties in the order. */
  readonly name: string;
  readonly unitName: string;
  readonly total: string;
  readonly totals: LedgerTotals;
  readonly challenges: number;
  readonly complete: number;
  readonly items: number;
  readonly voided: boolean;
}

/** Totals of all ledgers from their scores and ratings, two queries for however many ledgers, then ranked (L13, L17). */
export async function computeStanding(
  tx: StoreReads,
  caller: Caller,
  ledgers: readonly LedgerRecord[],
): Promise<readonly Ranked<StandingLine>[]> {
  if (ledgers.length === 0) return [];
  const ids = ledgers.map(({ id }) => id);
  const bodies = await templateBodies(tx, ledgers);
  const scores = groupBy(await tx.ledgers.scoresOf(ids), (row) => row.ledgerId);
  const ratings = groupBy(await tx.ledgers.ratingsOf(ids), (row) => row.ledgerId);
  const ownerName = await ownerNamesOf(tx, caller.organisation, ledgers);
  const lines = ledgers.map((ledger): StandingLine => {
    const body = bodies.get(ledger.templateVersionId);
    if (!body) throw new Error(`ledger ${ledger.id} without its template version`);
    const unitName = caller.organisation.units.get(ledger.unitId)?.name ?? "";
    const figures = figuresOf(body, scores.get(ledger.id) ?? [], ratings.get(ledger.id) ?? []);
    return { ledger, name: ownerName(ledger), unitName, ...figures, voided: ledger.state !== "open" };
  });
  return rankStanding(lines);
}

function figuresOf(body: TemplateBody, scores: readonly ScoreRow[], ratings: readonly RatingRecord[]) {
  const items = body.sections.flatMap((section) => section.items);
  const itemScores = new Map<ItemKey, string | null>(scores.map(({ item, score }) => [item, score]));
  const totals = computeTotals(body, itemScores, ratings.flatMap(ratingOf));
  const challenges = scores.reduce((sum, row) => sum + row.challenges, 0);
  return { totals, total: totals.total, challenges, complete: completeItems(items, scores), items: items.length };
}

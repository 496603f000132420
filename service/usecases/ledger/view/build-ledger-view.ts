import { relationOf } from "#core/access/relation.ts";
import { computeTotals } from "#core/ledger/scoring/compute-totals.ts";
import type { Rating } from "#core/ledger/scoring/rating.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { LedgerTotals } from "#core/ledger/scoring/totals.ts";
import { ratingSight, type LedgerIssue, type LedgerView, type LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { ItemRecord, RatingRecord } from "#service/ports/records.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { actionRefusal } from "../action-refusal.ts";
import { subjectOf } from "../subject-of.ts";
import { itemViews } from "./item-views.ts";
import type { LedgerFacts } from "./load-ledger-facts.ts";
import { ratingViews } from "./rating-views.ts";
import { stateText } from "./state-text.ts";
import { viewerOf } from "./viewer-of.ts";

/** What this caller may see of the ledger and do with it now; nothing else leaves the service, whatever the screen would hide. */
export function buildLedgerView(caller: Caller, facts: LedgerFacts): LedgerView {
  const { ledger, version, window } = facts;
  const relation = relationOf(caller.scope, subjectOf(ledger));
  const viewer = viewerOf(caller, ledger);
  return {
    issue: issueOf(caller, facts),
    ledgerId: ledger.id,
    name: {
      text: ledger.name,
      revision: ledger.nameRevision,
      mayEdit: !actionRefusal(caller, facts, { action: "reword" }),
    },
    unitName: caller.organisation.units.get(ledger.unitId)?.name ?? "",
    ownerName: facts.ownerName,
    stateText: stateText(ledger, window, caller.at),
    viewer,
    template: version.body,
    items: itemViews(caller, facts, relation),
    ratings: ratingViews(caller, facts, { relation, viewer }),
    totals: visibleTotals(totalsOf(version.body, facts.items, facts.ratings), viewer),
  };
}

export function totalsOf(
  body: TemplateBody,
  items: readonly Pick<ItemRecord, "state" | "score">[],
  ratings: readonly RatingRecord[],
): LedgerTotals {
  return computeTotals(body, new Map(items.map(({ state, score }) => [state.key, score])), ratings.flatMap(ratingOf));
}

/** A rating that was taken back is no rating (L11). */
export function ratingOf({ item, raterClass, accountId, personId, score }: RatingRecord): readonly Rating[] {
  return score === null ? [] : [{ item, raterClass, raterAccountId: accountId, raterPersonId: personId, score }];
}

/** A peer, or who only reads, could tell from the total what others gave (L11): he gets the quantitative half alone. */
export function visibleTotals(totals: LedgerTotals, viewer: LedgerViewer): LedgerTotals {
  const sight = ratingSight(viewer);
  if (sight === "raters" || sight === "means") return totals;
  const hidden = { qualitativeSum: "", qualitative: "", total: "", grade: null, absentClasses: [] };
  return {
    ...totals,
    ...hidden,
    qualitativeItems: totals.qualitativeItems.map(({ key }) => ({ key, means: {}, score: null })),
  };
}

function issueOf(caller: Caller, { serviceId, version, change }: LedgerFacts): LedgerIssue {
  const issuedTo = maskPhone(caller.account.name);
  return { service: serviceId, definition: `${version.id} v${version.version}`, change, issuedAt: caller.at, issuedTo };
}

import type { LedgerRelation } from "#core/access/relation.ts";
import type { ItemKey } from "#core/kernel/ids.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import { isTreeClass } from "#core/ledger/scoring/rater-classes.ts";
import { ratingSight, type LedgerViewer, type RatingView } from "#core/sheet/ledger/ledger-view.ts";
import type { RatingRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { actionRefusal } from "../action-refusal.ts";
import { raterKeyOf } from "../item-actor.ts";
import type { LedgerFacts } from "./load-ledger-facts.ts";

interface Seen {
  readonly relation: LedgerRelation;
  readonly viewer: LedgerViewer;
}

/** The qualitative scores that this viewer may see: his own, and by name everybody's for leaders and the organisation department (L11). */
export function ratingViews(caller: Caller, facts: LedgerFacts, seen: Seen): readonly RatingView[] {
  const { version, ratings } = facts;
  return version.body.policy.classes.flatMap(({ code }) => {
    const ownKey = raterKeyOf(caller, code);
    const rates = ratesIn(code, seen.relation);
    const mayRate = rates && !classRefusal(caller, facts, code);
    const ofClass = ratings.filter((rating) => rating.raterClass === code);
    const others = othersOf(ofClass, facts, { ownKey: rates ? ownKey : null, viewer: seen.viewer });
    const own = new Map(ofClass.filter((rating) => rating.raterKey === ownKey).map((rating) => [rating.item, rating]));
    return version.body.qualitative.map(({ key }): RatingView => ({
      item: key,
      raterClass: code,
      own: rates ? { score: own.get(key)?.score ?? null, revision: own.get(key)?.revision ?? 0, mayRate } : null,
      others: others(key),
    }));
  });
}

function ratesIn(code: string, relation: LedgerRelation): boolean {
  if (code === "self") return relation.owner;
  if (code === "peer") return relation.peer || relation.substitutePeer;
  return code === "leader" ? relation.leader || relation.substituteLeader : relation.listedAs.includes(code);
}

function classRefusal(caller: Caller, facts: LedgerFacts, code: string) {
  if (code === "self") return actionRefusal(caller, facts, { action: "score-self", stageAction: "rate-self" });
  if (code === "peer") return actionRefusal(caller, facts, { action: "rate-as-peer" });
  return actionRefusal(caller, facts, { action: isTreeClass(code) ? "rate-as-leader" : "rate-as-listed" });
}

interface Others {
  readonly ownKey: string | null;
  readonly viewer: LedgerViewer;
}

/** The same raters in the same order for every item; raters who took everything back are gone. */
function othersOf(ofClass: readonly RatingRecord[], { nameOf }: LedgerFacts, { ownKey, viewer }: Others) {
  if (ratingSight(viewer) !== "raters") return () => [];
  const given = ofClass.filter((rating) => rating.score !== null && rating.raterKey !== ownKey);
  const raters = [...groupBy(given, (rating) => rating.raterKey)]
    .map(([rater, ratings]) => ({ rater, name: ratings[0] ? nameOf(ratings[0]) : "", ratings }))
    .toSorted((a, b) => (a.rater < b.rater ? -1 : 1));
  return (item: ItemKey) =>
    raters.map(({ rater, name, ratings }) => ({
      rater,
      name,
      score: ratings.find((rating) => rating.item === item)?.score ?? null,
    }));
}

import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { multiply, rational, round, toText } from "#core/kernel/rational.ts";
import { millisecondsOf, toInstant, type Instant } from "#core/kernel/instant.ts";
import { challengeCount, standingScore } from "#core/ledger/scoring/standing-entry.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import type {
  HistoryRecord,
  ItemRecord,
  LedgerRecord,
  RatingRecord,
  TemplateVersionRecord,
} from "#service/ports/records.ts";
import { OWNER_KEY } from "#service/usecases/ledger/item-actor.ts";
import { demoJourney, type DemoCast, type DemoProgress, type DemoRater, type DemoStep } from "./demo-journey.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** One ledger with all that happened to it, ready to be written. */
export interface DemoLedger {
  readonly ledger: LedgerRecord;
  readonly items: readonly ItemRecord[];
  readonly history: readonly HistoryRecord[];
  readonly ratings: readonly RatingRecord[];
  /** One file to make per attached evidence. */
  readonly evidence: readonly { readonly item: QuantitativeItem; readonly by: DemoRater; readonly at: Instant }[];
}

export interface DemoLedgerOptions {
  readonly version: TemplateVersionRecord;
  readonly ledger: Pick<LedgerRecord, "id" | "ownerKind" | "unitId" | "personId" | "name" | "state">;
  readonly cast: DemoCast;
  readonly progress: DemoProgress;
  readonly random: SeededRandom;
  /** First and last moment of what happened. */
  readonly from: Instant;
  readonly to: Instant;
}

export function demoLedger(options: DemoLedgerOptions): DemoLedger {
  const { version, ledger, random } = options;
  const time = clockBetween(options);
  const items: ItemRecord[] = [];
  const history: HistoryRecord[] = [];
  const evidence: { item: QuantitativeItem; by: DemoRater; at: Instant }[] = [];
  for (const item of version.body.sections.flatMap((section) => section.items)) {
    const steps = demoJourney(item, version.body.policy.decimals, { ...options, time: time() });
    const last = steps.at(-1);
    if (!last) continue;
    items.push(itemRecord(ledger.id, steps, last));
    steps.forEach((step, index) => history.push(historyRecord(`ledger:${ledger.id}/${item.key}`, step, index + 1)));
    for (const step of steps)
      if (step.action.type === "attach-evidence") evidence.push({ item, by: step.by, at: step.at });
  }
  const { id, templateId, body } = version;
  const record = {
    ...ledger,
    templateId,
    templateVersionId: id,
    level: body.level,
    year: body.year,
    nameRevision: 1,
    createdAt: options.from,
  };
  return { ledger: record, items, history, ratings: demoRatings(options), evidence };

  function clockBetween({ from, to }: DemoLedgerOptions): () => () => Instant {
    const span = millisecondsOf(to) - millisecondsOf(from);
    return () => {
      let moment = millisecondsOf(from) + random.next() * span * 0.5;
      return () => toInstant(Math.floor((moment += random.next() * span * 0.1)));
    };
  }
}

function itemRecord(ledgerId: LedgerId, steps: readonly DemoStep[], last: DemoStep): ItemRecord {
  return {
    ledgerId,
    state: last.state,
    score: standingScore(last.state),
    challenges: challengeCount(last.state),
    revision: steps.length,
  };
}

function historyRecord(record: string, { by, action, at, state }: DemoStep, revision: number): HistoryRecord {
  const reason =
    action.type === "score" || action.type === "reopen"
      ? action.reason
      : action.type === "contest"
        ? action.statement
        : "";
  return {
    record,
    field: "score",
    revision,
    action: action.type,
    value: standingScore(state),
    at,
    accountId: by.accountId,
    who: by.who,
    reason,
  };
}

/** Qualitative scores: everybody high, each rater a little different, one in eight not yet given. */
function demoRatings({ version, ledger, cast, progress, random }: DemoLedgerOptions): readonly RatingRecord[] {
  const raters: readonly (readonly [string, readonly DemoRater[]])[] = [
    ["self", [cast.owner]],
    ["peer", cast.peers.slice(0, 6)],
    ["leader", cast.leaders],
  ];
  const codes = new Set(version.body.policy.classes.map((raterClass) => raterClass.code));
  const ratings: RatingRecord[] = [];
  for (const [raterClass, people] of raters) {
    if (!codes.has(raterClass)) continue;
    for (const rater of people) {
      const bias = random.between(0, 3);
      for (const item of version.body.qualitative) {
        if (!random.chance(progress.evidence * 0.9)) continue;
        const share = rational(`0.${String(random.between(80, 99) - bias * 3)}`);
        const score = toText(round(multiply(rational(item.maximum), share), Math.min(1, version.body.policy.decimals)));
        ratings.push({
          ledgerId: ledger.id,
          item: item.key,
          raterClass,
          raterKey: raterClass === "self" ? OWNER_KEY : (rater.personId ?? rater.accountId),
          accountId: rater.accountId,
          personId: rater.personId,
          score,
          revision: 1,
        });
      }
    }
  }
  return ratings;
}

export function demoLedgerId(templateId: string, owner: string): LedgerId {
  return toId(`ledger-${templateId}-${owner}`);
}

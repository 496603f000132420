import type { AccountId, PersonId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import { decideItemAction } from "#core/ledger/handling/decide-item-action.ts";
import type { ItemAction } from "#core/ledger/handling/item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import { allowedScores, fullScore, kindRange } from "#core/ledger/scoring/kind-scores.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface DemoRater {
  readonly accountId: AccountId;
  readonly personId: PersonId | null;
  readonly who: string;
}

/** One thing that happened to an item, with the state it led to. */
export interface DemoStep {
  readonly by: DemoRater;
  readonly action: ItemAction;
  readonly at: Instant;
  readonly state: ItemState;
}

export interface DemoCast {
  readonly owner: DemoRater;
  readonly peers: readonly DemoRater[];
  readonly leaders: readonly DemoRater[];
}

/** How far a ledger has come: share of items with evidence, and how often they are challenged, answered and ruled. */
export interface DemoProgress {
  readonly evidence: number;
  readonly challenged: number;
  readonly answered: number;
  readonly ruled: number;
}

const CHALLENGES = [
  "会议记录缺少与会人员签到，按要求扣分",
  "活动照片与上报时间不一致，应予核减",
  "材料只有通知没有落实情况，不能得满分",
  "完成时间晚于规定时限，按评分标准扣分",
  "支撑材料与任务要求不对应，建议核减",
];
const STATEMENTS = [
  "签到表已随后补充上传，请复核原始记录",
  "活动因疫情防控改期，已按程序报批",
  "落实情况在第二份材料第三页已有说明",
];
const RULINGS = [
  "经核对原始材料，按实际完成情况裁定",
  "双方意见已听取，依评分标准第三条裁定",
  "材料真实有效，迟报部分予以扣分",
];
const REOPENINGS = ["请补充落实情况后重新上报", "发现新的佐证材料，准予补充"];

/**
 * Walks one item through the rules themselves (`decideItemAction`), so that a demo ledger can be in no state that a
 * real one cannot reach. Actions that the rules refuse are left out.
 */
export function demoJourney(item: QuantitativeItem, decimals: number, options: JourneyOptions): readonly DemoStep[] {
  const steps: DemoStep[] = [];
  let state: ItemState = { key: item.key, evidence: 0, entries: [], settledWith: [] };
  for (const { role, by, action } of plan(item, options)) {
    const at = options.time();
    const next = decideItemAction({
      item,
      decimals,
      state,
      action,
      actor: { role, accountId: by.accountId, personId: by.personId, at },
    });
    if (!next.ok) continue;
    state = next.value;
    steps.push({ by, action, at, state });
  }
  return steps;
}

export interface JourneyOptions {
  readonly cast: DemoCast;
  readonly progress: DemoProgress;
  readonly random: SeededRandom;
  /** Moments in order, one per step. */
  readonly time: () => Instant;
}

interface PlannedStep {
  readonly role: "owner" | "peer" | "leader";
  readonly by: DemoRater;
  readonly action: ItemAction;
}

function plan(item: QuantitativeItem, options: JourneyOptions): readonly PlannedStep[] {
  const { cast, progress, random } = options;
  if (!random.chance(progress.evidence)) return [];
  const filled = filling(item, cast.owner, random);
  if (cast.peers.length === 0 || !random.chance(progress.challenged)) return filled;
  return [...filled, ...dispute(item, random.pick(cast.peers), options)];
}

function filling(item: QuantitativeItem, by: DemoRater, random: SeededRandom): readonly PlannedStep[] {
  const attach: PlannedStep = { role: "owner", by, action: { type: "attach-evidence" } };
  const files = random.chance(0.15) ? [attach, attach] : [attach];
  const scores = item.kind.kind === "bonus" || random.chance(0.3);
  return scores ? [...files, { role: "owner", by, action: scoring(lowerScore(item, random), "") }] : files;
}

/** Challenged, then perhaps accepted or contested, withdrawn, escalated, ruled. */
function dispute(item: QuantitativeItem, peer: DemoRater, options: JourneyOptions): readonly PlannedStep[] {
  const { cast, progress, random } = options;
  const byOwner = (action: ItemAction): PlannedStep => ({ role: "owner", by: cast.owner, action });
  const challenge: PlannedStep = {
    role: "peer",
    by: peer,
    action: scoring(lowerScore(item, random), random.pick(CHALLENGES)),
  };
  if (!random.chance(progress.answered)) return [challenge];
  if (random.chance(0.5)) return [challenge, byOwner({ type: "accept" })];
  const contested = [challenge, byOwner({ type: "contest", statement: random.pick(STATEMENTS) })];
  if (random.chance(0.15)) return [...contested, { role: "peer", by: peer, action: { type: "withdraw" } }];
  const escalated = random.chance(0.7) ? [...contested, byOwner({ type: "escalate" })] : contested;
  const [leader] = cast.leaders;
  if (!leader || !random.chance(progress.ruled)) return escalated;
  const byLeader = (action: ItemAction): PlannedStep => ({ role: "leader", by: leader, action });
  const ruled = [...escalated, byLeader(scoring(lowerScore(item, random), random.pick(RULINGS)))];
  return random.chance(0.2) ? [...ruled, byLeader({ type: "reopen", reason: random.pick(REOPENINGS) })] : ruled;
}

function scoring(score: string, reason: string): ItemAction {
  return { type: "score", score, reason, acknowledged: true };
}

/** A score an officer might give: one of the kind's steps, or full marks less a little, in halves. */
function lowerScore(item: QuantitativeItem, random: SeededRandom): string {
  const steps = allowedScores(item);
  if (steps) return random.pick(steps.slice(0, Math.max(2, Math.ceil(steps.length / 2))));
  const full = Number(fullScore(item) ?? kindRange(item).highest ?? "5");
  return String(Math.max(0, Math.min(full, 20) - random.between(1, 4) / 2));
}

import type { Stage } from "#core/ledger/window.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import { parseDay, type Day } from "#core/kernel/instant.ts";
import type { WindowSetting, WindowView } from "#core/protocol/ledgers.ts";

export const STAGES: readonly Stage[] = ["filling", "peer-review", "leader-review"];
export const LEVELS: readonly LedgerLevel[] = ["general-branch", "branch", "member"];

/** Days as typed; "" where nothing is. */
export type StageDraft = Readonly<Record<Stage, { readonly from: string; readonly to: string }>>;
export type SpanProblem = "half" | "reversed";
export type StageStatus = "not-set" | "ahead" | "open" | "over" | "closed";

const NO_DAYS = { from: "", to: "" };

export function draftOf(view: WindowView | undefined): StageDraft {
  const spans = view?.spans ?? {};
  return {
    filling: spans.filling ?? NO_DAYS,
    "peer-review": spans["peer-review"] ?? NO_DAYS,
    "leader-review": spans["leader-review"] ?? NO_DAYS,
  };
}

export function isChanged(draft: StageDraft, view: WindowView | undefined): boolean {
  const before = draftOf(view);
  return STAGES.some((stage) => draft[stage].from !== before[stage].from || draft[stage].to !== before[stage].to);
}

/** An empty span is no problem: that stage is simply not open. */
export function spanProblem({ from, to }: StageDraft[Stage]): SpanProblem | undefined {
  if (from === "" && to === "") return undefined;
  if (parseDay(from) === undefined || parseDay(to) === undefined) return "half";
  return to < from ? "reversed" : undefined;
}

export function hasProblems(draft: StageDraft): boolean {
  return STAGES.some((stage) => spanProblem(draft[stage]) !== undefined);
}

export function statusOf(view: WindowView | undefined, stage: Stage, today: Day): StageStatus {
  const span = view?.spans[stage];
  if (!view || !span) return "not-set";
  if (view.closed) return "closed";
  if (today < span.from) return "ahead";
  return today <= span.to ? "open" : "over";
}

/** Closed by hand, or every stage is over: whatever opens one again is a reopening and needs a reason (L15). */
export function isOver(view: WindowView | undefined, today: Day): boolean {
  if (!view) return false;
  const set = STAGES.map((stage) => view.spans[stage]).filter((span) => span !== undefined);
  return view.closed || (set.length > 0 && set.every(({ to }) => to < today));
}

export function reopens(draft: StageDraft, view: WindowView | undefined, today: Day): boolean {
  return isOver(view, today) && STAGES.some((stage) => draft[stage].to >= today);
}

export interface SettingAsked {
  readonly unitId: string;
  readonly level: LedgerLevel;
  readonly year: number;
  readonly view: WindowView | undefined;
  readonly draft: StageDraft;
  readonly closed: boolean;
  readonly reason: string;
}

/** A setting that came from above has its own revision there; here it is a first one. */
export function settingOf({ view, draft, ...asked }: SettingAsked): WindowSetting {
  const spans = STAGES.flatMap((stage) => (draft[stage].from === "" ? [] : [[stage, draft[stage]] as const]));
  const isOwn = view?.setBy === asked.unitId;
  return { ...asked, baseRevision: isOwn ? view.revision : 0, spans: Object.fromEntries(spans) };
}

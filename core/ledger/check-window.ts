import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { LedgerRefusal } from "./ledger-refusal.ts";
import type { Extension, LedgerWindow, Span, Stage } from "./window.ts";

const STAGES: readonly Stage[] = ["filling", "peer-review", "leader-review"];

/** Stages open on that day; none where no superior has set a window or it was closed. */
export function stagesOn(window: LedgerWindow | undefined, day: Day): readonly Stage[] {
  if (!window || window.closed) return [];
  return STAGES.filter((stage) => {
    const span = window.spans[stage];
    return span !== undefined && span.from <= day && day <= span.to;
  });
}

/** Over for good, not merely between two stages. A window that was never set is not closed, it has not begun. */
export function isClosed(window: LedgerWindow | undefined, day: Day): boolean {
  if (!window) return false;
  const spans = spansOf(window, STAGES);
  return window.closed || (spans.length > 0 && spans.every((span) => span.to < day));
}

/** Refused unless one of the stages is open, with the dates of the next one to open, else of the last that was (L15). */
export function checkWindow(
  window: LedgerWindow | undefined,
  day: Day,
  stages: readonly Stage[],
): Result<true, LedgerRefusal> {
  if (stagesOn(window, day).some((stage) => stages.includes(stage))) return ok(true);
  const span = window && (nextSpan(window, day, stages) ?? lastSpan(window, stages));
  return refuse({ code: "outside-window", stages, opens: span?.from ?? null, closes: span?.to ?? null });
}

/** An extension lengthens a stage that was set; it neither shortens nor opens one, and a closed window stays closed. */
export function extendedWindow(window: LedgerWindow, extension: Extension): LedgerWindow {
  const span = window.spans[extension.stage];
  if (!span || extension.to <= span.to) return window;
  return { ...window, spans: { ...window.spans, [extension.stage]: { from: span.from, to: extension.to } } };
}

function nextSpan(window: LedgerWindow, day: Day, stages: readonly Stage[]): Span | undefined {
  if (window.closed) return undefined;
  const ahead = spansOf(window, stages).filter((span) => span.from > day);
  return ahead.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
}

function lastSpan(window: LedgerWindow, stages: readonly Stage[]): Span | undefined {
  return spansOf(window, stages).toSorted((a, b) => (a.to > b.to ? -1 : 1))[0];
}

function spansOf(window: LedgerWindow, stages: readonly Stage[]): readonly Span[] {
  return stages.flatMap((stage) => window.spans[stage] ?? []);
}

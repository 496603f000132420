import type { LedgerWindow, Span, Stage } from "#core/ledger/window.ts";
import { parseDay } from "#core/kernel/instant.ts";

export const STAGES: readonly Stage[] = ["filling", "peer-review", "leader-review"];

/** Spans as the store keeps them: JSON of the days per stage. @throws on anything that this service did not write. */
export function parseSpans(text: string): LedgerWindow["spans"] {
  const data: unknown = JSON.parse(text);
  if (typeof data !== "object" || data === null) throw new Error("stored spans are no record");
  return Object.fromEntries(Object.entries(data).map(([stage, span]) => [parseStage(stage), parseSpan(span)]));
}

export function parseStage(text: string): Stage {
  const stage = STAGES.find((known) => known === text);
  if (!stage) throw new Error(`no such stage: ${text}`);
  return stage;
}

function parseSpan(data: unknown): Span {
  const { from, to } = data as { readonly from?: unknown; readonly to?: unknown };
  const [first, last] = [parseDay(String(from)), parseDay(String(to))];
  if (!first || !last) throw new Error("a stored span without its days");
  return { from: first, to: last };
}

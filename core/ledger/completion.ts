import { compare, rational, ZERO } from "#core/kernel/rational.ts";
import type { Completion, ItemState } from "./handling/item-state.ts";
import { fullScore } from "./scoring/kind-scores.ts";
import { standingScore } from "./scoring/standing-entry.ts";
import type { QuantitativeItem } from "./template/template.ts";

/** 完成情况: follows from evidence and the standing score, never typed (L6). */
export function completionOf(item: Pick<QuantitativeItem, "maximum" | "kind">, state: ItemState): Completion {
  if (state.evidence === 0) return "missing";
  // The score of a veto item says whether the negative fact occurred, not how well the task was done.
  if (item.kind.kind === "veto") return "complete";
  const score = standingScore(state);
  if (score === null) return "partial";
  const full = fullScore(item);
  const reached = full === null ? compare(rational(score), ZERO) > 0 : compare(rational(score), rational(full)) >= 0;
  return reached ? "complete" : "partial";
}

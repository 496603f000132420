import { allowedScores, kindRange } from "#core/ledger/scoring/kind-scores.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import type { Constraint } from "../cell.ts";
import { fillWords } from "../draft/fill-words.ts";
import type { LedgerWords } from "./ledger-words.ts";

/** Longer lists do not fit into a spreadsheet's validation; the service checks the steps anyway. */
const MOST_CHOICES = 20;

/** What may be typed as a score of the item: a short list of allowed scores, or a range. */
export function scoreConstraint(item: QuantitativeItem, words: LedgerWords): Constraint {
  const allowed = allowedScores(item);
  if (allowed && allowed.length <= MOST_CHOICES) return { type: "list", choices: allowed };
  const { lowest, highest } = kindRange(item);
  return rangeConstraint(lowest, highest, words);
}

export function rangeConstraint(lowest: string, highest: string | null, words: LedgerWords): Constraint {
  const message =
    highest === null ? fillWords(words.scoreFrom, { lowest }) : fillWords(words.scoreRange, { lowest, highest });
  return { type: "decimal", lowest: Number(lowest), highest: highest === null ? null : Number(highest), message };
}

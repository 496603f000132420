import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import { fillWords } from "../draft/fill-words.ts";
import type { LedgerWords } from "./ledger-words.ts";

/** 计分方式 in one short line. */
export function kindText({ kind }: Pick<QuantitativeItem, "kind">, words: LedgerWords["kinds"]): string {
  switch (kind.kind) {
    case "full":
      return words.full;
    case "deduction":
      return kind.perEvent === null
        ? fillWords(words.deduction, { floor: kind.floor })
        : fillWords(words.deductionPerEvent, { perEvent: kind.perEvent, floor: kind.floor });
    case "ratio":
      return fillWords(words.ratio, { target: kind.target, full: kind.full, step: kind.step, perStep: kind.perStep });
    case "levels":
      return fillWords(words.levels, { levels: kind.levels.join("/") });
    case "bonus":
      return kind.cap === null ? words.bonusUncapped : fillWords(words.bonus, { cap: kind.cap });
    case "veto":
      return words.veto;
  }
}

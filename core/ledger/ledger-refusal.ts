import type { Day } from "#core/kernel/instant.ts";
import type { ItemAction, ItemActor } from "./handling/item-action.ts";
import type { Stage } from "./window.ts";

/** Every way a ledger rule says no. `code` names the sentence in addin/wording, the facts fill its blanks. */
export type LedgerRefusal =
  | { readonly code: "score-not-a-number"; readonly given: string }
  | {
      readonly code: "score-out-of-range";
      readonly given: string;
      readonly lowest: string;
      readonly highest: string | null;
    }
  | { readonly code: "score-not-in-steps"; readonly given: string; readonly allowed: readonly string[] }
  | { readonly code: "score-too-many-decimals"; readonly given: string; readonly decimals: number }
  | { readonly code: "score-needs-evidence" }
  | { readonly code: "score-unchanged" }
  | { readonly code: "reason-required"; readonly least: number }
  | { readonly code: "reason-empty-phrase"; readonly given: string }
  | { readonly code: "acknowledgement-required" }
  | { readonly code: "item-challenged" } // the owner cannot overwrite a peer's score (L8)
  | { readonly code: "item-contested" } // only the standing challenger or a leader may move it (L8)
  | { readonly code: "item-ruled" } // locked (L9)
  | { readonly code: "already-settled" } // the same peer cannot challenge an accepted score again (L8)
  | { readonly code: "not-challenged" } // nothing to accept, contest, withdraw, escalate
  | { readonly code: "not-contested" } // only a contested item is escalated (L9)
  | { readonly code: "not-your-challenge" }
  | { readonly code: "action-not-for-role"; readonly action: ItemAction["type"]; readonly role: ItemActor["role"] } // only the owner answers, only a leader reopens
  | { readonly code: "not-ruled" } // nothing to reopen
  | { readonly code: "evidence-bound" } // evidence of a challenged or ruled item cannot be deleted (L6)
  | { readonly code: "no-evidence" }
  | {
      readonly code: "outside-window";
      readonly stages: readonly Stage[];
      readonly opens: Day | null;
      readonly closes: Day | null;
    }
  | { readonly code: "text-not-rewordable"; readonly column: string }
  | { readonly code: "text-too-long"; readonly most: number }
  | { readonly code: "ledger-voided" }
  | { readonly code: "ledger-merged" } // of a unit that was merged into another one (M18)
  | { readonly code: "unknown-item"; readonly item: string }
  | { readonly code: "unknown-field"; readonly field: string };

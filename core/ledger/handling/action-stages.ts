import type { LedgerAction } from "#core/access/decide.ts";
import type { Stage } from "../window.ts";

/** For access, the owner's own qualitative column is "score-self"; for the window it is a thing of its own. */
export type WindowedAction = LedgerAction | "rate-self";

const ANY_STAGE: readonly Stage[] = ["filling", "peer-review", "leader-review"];
const REVIEW: readonly Stage[] = ["peer-review", "leader-review"];

/** In which stages an action is open (L15); null: it does not depend on the window. */
export const ACTION_STAGES: Readonly<Record<WindowedAction, readonly Stage[] | null>> = {
  read: null,
  "see-raters": null,
  reword: ["filling"],
  // A ledger that is being reviewed cannot slip out of the standings by its owner's hand.
  delete: ["filling"],
  "attach-evidence": ANY_STAGE,
  "remove-evidence": ANY_STAGE,
  "score-self": ["filling"],
  "rate-self": ANY_STAGE,
  challenge: REVIEW,
  "answer-challenge": REVIEW,
  "withdraw-challenge": REVIEW,
  escalate: REVIEW,
  rule: ["leader-review"],
  reopen: ["leader-review"],
  "rate-as-peer": REVIEW,
  "rate-as-leader": ["leader-review"],
  "rate-as-listed": REVIEW,
  "set-window": null,
  "name-substitute": null,
};

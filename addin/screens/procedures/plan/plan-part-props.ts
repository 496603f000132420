import type { PlanView } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import type { PlanActing } from "./plan-acting.ts";

/** What one step of a plan is drawn with. */
export interface PlanPartProps {
  readonly language: Language;
  readonly plan: PlanView;
  readonly acting: PlanActing;
  /** People of the plan that are ticked. */
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

import type { PlanStep } from "#core/people/development/development-plan.ts";
import type { PlanView } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { planWords } from "#addin/wording/procedures/plan-words.ts";

const STEPS: readonly PlanStep[] = ["entering", "confirmed", "approved", "listed", "sealed", "done"];

export interface PlanStateProps {
  readonly language: Language;
  readonly plan: PlanView;
  readonly today: string;
}

/** Where the plan stands, its numbers, and by when what comes next is due. */
export function PlanState({ language, plan, today }: PlanStateProps) {
  const words = planWords[language];
  const { entries, reported, approved, step } = plan;
  const told = (number: number | null) => (number === null ? words.unset : String(number));
  return (
    <>
      <ol className="plan-steps" aria-label={words.stepsOf}>
        {STEPS.map((one) => (
          <li key={one} aria-current={one === step ? "step" : undefined}>
            {words.steps[one]}
          </li>
        ))}
      </ol>
      <p className="procedure-hint">
        <strong>{words.numbers(entries.length, told(reported), told(approved))}</strong>
        {"　"}
        <Due language={language} plan={plan} today={today} />
      </p>
      {step === "entering" && reported !== null && reported !== entries.length && (
        <p className="plan-differs" role="note">
          {words.differs(entries.length, reported)}
        </p>
      )}
    </>
  );
}

function Due({ language, plan, today }: PlanStateProps) {
  const words = planWords[language];
  const { step, planDue, listDue, sealedOn, receivedOn } = plan;
  if (sealedOn !== null) return <span>{words.paper.track(sealedOn, receivedOn)}</span>;
  if (step === "listed" || step === "confirmed") return null;
  const [day, say] = step === "entering" ? [planDue, words.planDue] : [listDue, words.listDue];
  if (day === null) return null;
  return (
    <span>
      {say(day)}
      {day < today && <span className="plan-overdue">{`（${words.overdue}）`}</span>}
    </span>
  );
}

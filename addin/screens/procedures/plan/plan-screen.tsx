import type { Result } from "#core/kernel/result.ts";
import { useState } from "react";
import type { PlanCandidate } from "#core/protocol/records/procedure-lists.ts";
import type { ActOnPlan, PlanAnswer, PlanListAsked, PlanView } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { RefusalBar } from "#addin/components/admin/refusal-bar.tsx";
import { ActResult } from "#addin/components/procedures/act-result.tsx";
import { planWords } from "#addin/wording/procedures/plan-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { ApprovingPart } from "./approving-part.tsx";
import { CandidatesPart, EnteringPart } from "./entering-part.tsx";
import { ListingPart } from "./listing-part.tsx";
import { PaperPart } from "./paper-part.tsx";
import { usePlanActing } from "./plan-acting.ts";
import { PlanComparison } from "./plan-comparison.tsx";
import { PlanEntries } from "./plan-entries.tsx";
import type { PlanPartProps } from "./plan-part-props.ts";
import { PlanState } from "./plan-state.tsx";
import "../procedures.css";
import "./plan.css";

export interface PlanScreenProps {
  readonly language: Language;
  readonly plan: PlanView;
  readonly today: string;
  readonly candidates: Loadable<readonly PlanCandidate[]>;
  readonly onRetry: () => void;
  readonly send: (asked: ActOnPlan) => Promise<Result<PlanAnswer, ShownRefusal>>;
  readonly exportList: (asked: PlanListAsked) => Promise<Result<string, ShownRefusal>>;
  readonly onTell: (text: string) => void;
  readonly onChanged: () => void;
}

/** One unit's plan of a year: what its step asks for, who stands in it, how the year went (M7, M8). */
export function PlanScreen(props: PlanScreenProps) {
  const { language, plan } = props;
  const words = planWords[language];
  const acting = usePlanActing(props);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const mayEdit = plan.mine.includes("add");
  const isTicked = mayEdit && (plan.step === "entering" || plan.step === "approved");
  const title = words.title(plan.unitName, plan.year);
  return (
    <section aria-label={title}>
      <h2 className="plan-title">{title}</h2>
      <PlanState language={language} plan={plan} today={props.today} />
      {mayEdit ? <StepPart {...props} acting={acting} ticked={ticked} onTick={setTicked} /> : <p>{words.readOnly}</p>}
      <Acted language={language} acting={acting} />
      <h3>{words.entries.title}</h3>
      <PlanEntries language={language} entries={plan.entries} ticked={isTicked ? ticked : null} onTick={setTicked} />
      {mayEdit && plan.step === "entering" && <CandidatesPart {...props} acting={acting} />}
      <h3>{words.comparison.title}</h3>
      <PlanComparison language={language} comparison={plan.comparison} />
    </section>
  );
}

/** What became of the last act. */
function Acted({ language, acting: { request, acted } }: Pick<PlanPartProps, "language" | "acting">) {
  return (
    <>
      <RefusalBar around={{ language }} refusal={request.refusal} />
      <ActResult
        language={language}
        answer={acted?.answer ?? null}
        done={acted?.done ?? (() => "")}
        nameOf={(row) => acted?.names[row] ?? ""}
      />
    </>
  );
}

function StepPart(props: PlanScreenProps & PlanPartProps) {
  switch (props.plan.step) {
    case "entering":
      return <EnteringPart {...props} />;
    case "confirmed":
      return <ApprovingPart {...props} />;
    case "approved":
      return <ListingPart {...props} />;
    case "listed":
    case "sealed":
    case "done":
      return <PaperPart {...props} />;
  }
}

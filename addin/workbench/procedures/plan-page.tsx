import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ChoiceSelect } from "#addin/components/procedures/choice-select.tsx";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { PlanList } from "#addin/screens/procedures/plan/plan-list.tsx";
import { PlanScreen } from "#addin/screens/procedures/plan/plan-screen.tsx";
import { saved } from "#addin/session/evidence-functions.ts";
import { saveFile } from "#addin/session/book/save-file.ts";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { planWords } from "#addin/wording/procedures/plan-words.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import { ok } from "#core/kernel/result.ts";
import { candidateListName } from "#core/people/development/plan-columns.ts";
import type { PlanView } from "#core/protocol/records/procedures.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";
import { planYears, usualPlanYear } from "./plan-years.ts";

/** 发展计划: next year's plan and this year's list (M7, M8). */
export function PlanPage(props: ProceduresPageProps) {
  const { client, language, choices, unit, onUnit, onYear } = props;
  const words = planWords[language];
  const [day] = useState(() => today(Date.now()));
  const year = props.year ?? usualPlanYear(day);
  const plans = useLoad(JSON.stringify([unit, year]), () => client.procedures.plans(unit, year));
  return (
    <>
      <p className="procedure-about">{words.about}</p>
      <div className="records-choice">
        <UnitSelect label={recordPagesWords[language].unit} units={choices} unit={unit} onUnit={onUnit} />
        <ChoiceSelect
          label={words.year}
          choices={planYears(day).map((one) => ({ value: String(one), label: words.yearOf(one) }))}
          value={String(year)}
          onValue={(value) => onYear(Number(value))}
        />
      </div>
      <LoadArea around={{ language }} data={plans.data} onRetry={plans.reload}>
        {(listed) => <Plans {...props} plans={listed} day={day} onChanged={plans.reload} />}
      </LoadArea>
    </>
  );
}

interface PlansProps extends ProceduresPageProps {
  readonly plans: readonly PlanView[];
  readonly day: string;
  readonly onChanged: () => void;
}

function Plans(props: PlansProps) {
  const { language, plans, unit } = props;
  const [open, setOpen] = useState(unit);
  const plan = plans.find(({ unitId }) => unitId === open) ?? plans[0];
  return (
    <>
      {plans.length > 1 && <PlanList language={language} plans={plans} open={plan?.unitId} onOpen={setOpen} />}
      {plan && <OnePlan key={`${plan.unitId} ${plan.year}`} {...props} plan={plan} />}
    </>
  );
}

function OnePlan({ client, language, plan, day, onChanged, onTell }: PlansProps & { readonly plan: PlanView }) {
  const { unitId, year, step } = plan;
  const isEntering = step === "entering" && plan.mine.includes("add");
  const candidates = useLoad(isEntering ? JSON.stringify([unitId, year]) : null, () =>
    client.procedures.planCandidates(unitId, year),
  );
  return (
    <PlanScreen
      language={language}
      plan={plan}
      today={day}
      candidates={candidates.data}
      onRetry={candidates.reload}
      send={client.procedures.actOnPlan}
      exportList={async (asked) => {
        const file = await saved(
          await client.procedures.planList(asked),
          `${candidateListName(plan.unitName, year)}.xlsx`,
          saveFile,
        );
        return file.ok ? ok(file.value.fileName) : file;
      }}
      onTell={onTell}
      onChanged={() => {
        candidates.reload();
        onChanged();
      }}
    />
  );
}

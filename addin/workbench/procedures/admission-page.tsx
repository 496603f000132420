import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ChoiceSelect } from "#addin/components/procedures/choice-select.tsx";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { AdmissionScreen } from "#addin/screens/procedures/admission/admission-screen.tsx";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { admissionWords } from "#addin/wording/procedures/admission-words.ts";
import { planWords } from "#addin/wording/procedures/plan-words.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import { planYears } from "./plan-years.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

/** 吸收预备党员 (M9). */
export function AdmissionPage(props: ProceduresPageProps) {
  const { client, language, choices, unit, onUnit, onYear } = props;
  const words = admissionWords[language];
  const [day] = useState(() => today(Date.now()));
  const year = props.year ?? Number(day.slice(0, 4));
  const due = useLoad(JSON.stringify([unit, year]), () => client.procedures.admissionsDue(unit, year));
  return (
    <>
      <p className="procedure-about">{words.about}</p>
      <div className="records-choice">
        <UnitSelect label={recordPagesWords[language].unit} units={choices} unit={unit} onUnit={onUnit} />
        <ChoiceSelect
          label={words.year}
          choices={planYears(day).map((one) => ({ value: String(one), label: planWords[language].yearOf(one) }))}
          value={String(year)}
          onValue={(value) => onYear(Number(value))}
        />
      </div>
      <LoadArea around={{ language }} data={due.data} onRetry={due.reload}>
        {(listed) => (
          <AdmissionScreen language={language} due={listed} admit={client.procedures.admit} onAdmitted={due.reload} />
        )}
      </LoadArea>
    </>
  );
}

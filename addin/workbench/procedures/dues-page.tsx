import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { DuesScreen } from "#addin/screens/procedures/dues/dues-screen.tsx";
import { UnitOnChoice } from "#addin/screens/records/unit-on-choice.tsx";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { duesWords } from "#addin/wording/procedures/dues-words.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

/** 党费 (M20). */
export function DuesPage({ client, language, choices, unit, onUnit }: ProceduresPageProps) {
  const [on, setOn] = useState<string | null>(null);
  const [day] = useState(() => today(Date.now()));
  const dues = useLoad(JSON.stringify([unit, on]), () => client.procedures.dues({ unit, on }));
  const choose = (chosen: { readonly unit: string; readonly on: string | null }) => {
    setOn(chosen.on);
    if (chosen.unit !== unit) onUnit(chosen.unit);
  };
  return (
    <>
      <p className="procedure-about">{duesWords[language].about}</p>
      <UnitOnChoice language={language} units={choices} unit={unit} on={on} onChoose={choose} />
      <LoadArea around={{ language }} data={dues.data} onRetry={dues.reload}>
        {(rows) => (
          <DuesScreen language={language} rows={rows} today={day} pay={client.procedures.pay} onPaid={dues.reload} />
        )}
      </LoadArea>
    </>
  );
}

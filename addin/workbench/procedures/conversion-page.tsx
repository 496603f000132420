import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ConversionScreen } from "#addin/screens/procedures/conversion-screen.tsx";
import { UnitOnChoice } from "#addin/screens/records/unit-on-choice.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

/** 需要转正的预备党员 (M10). */
export function ConversionPage({ client, language, choices, unit, onUnit }: ProceduresPageProps) {
  const [on, setOn] = useState<string | null>(null);
  const due = useLoad(JSON.stringify([unit, on]), () => client.procedures.conversionsDue({ unit, on }));
  const choose = (chosen: { readonly unit: string; readonly on: string | null }) => {
    setOn(chosen.on);
    if (chosen.unit !== unit) onUnit(chosen.unit);
  };
  return (
    <>
      <UnitOnChoice language={language} units={choices} unit={unit} on={on} onChoose={choose} />
      <LoadArea around={{ language }} data={due.data} onRetry={due.reload}>
        {(people) => (
          <ConversionScreen
            language={language}
            due={people}
            convert={client.procedures.convert}
            onConverted={due.reload}
          />
        )}
      </LoadArea>
    </>
  );
}

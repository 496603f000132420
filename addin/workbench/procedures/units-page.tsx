import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { placedUnits } from "#addin/screens/procedures/unit-places.ts";
import { UnitsScreen } from "#addin/screens/procedures/units-screen.tsx";
import { today } from "#addin/session/today.ts";
import { useLoad } from "#addin/session/use-load.ts";
import type { ProceduresPageProps } from "./procedures-page-props.ts";

/** 组织变动 (M17, M18): always the officer's whole tree. */
export function UnitsPage({ client, admin, language, choices, onUnitsChanged }: ProceduresPageProps) {
  const top = choices[0]?.id ?? "";
  const [chosen, setChosen] = useState<string | null>(null);
  const tree = useLoad(top, () => client.procedures.unitTree(top));
  const card = useLoad(chosen, () => client.procedures.unit(chosen ?? ""));
  const changed = () => {
    tree.reload();
    card.reload();
    onUnitsChanged();
  };
  return (
    <LoadArea around={{ language }} data={tree.data} onRetry={tree.reload}>
      {(units) => (
        <UnitsScreen
          language={language}
          today={today(Date.now())}
          units={placedUnits(units)}
          chosen={chosen}
          onChoose={setChosen}
          card={card.data}
          onRetry={card.reload}
          make={admin.makeUnit}
          change={client.procedures.changeUnit}
          onChanged={changed}
        />
      )}
    </LoadArea>
  );
}

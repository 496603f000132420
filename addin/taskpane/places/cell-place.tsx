import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { ActFlow } from "#addin/screens/ledger/act-flow.tsx";
import { CellCard } from "#addin/screens/ledger/cell-card.tsx";
import type { ItemAct } from "#addin/screens/ledger/item-action.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { LedgerPanelPlaceProps } from "./ledger-places-props.ts";

/** The selected cell and what may be done with it. */
export function CellPlace(props: LedgerPanelPlaceProps) {
  const { screen, looked, language } = props;
  const [act, setAct] = useState<ItemAct | null>(null);
  if (looked.drilled.kind === "outside") return <p className="pane-hint">{paneWords(language).drill.outside}</p>;
  return (
    <>
      <CellCard screen={screen} onAct={setAct} further={<WaysOn {...props} />} />
      {act && <ActFlow screen={screen} act={act} onClose={() => setAct(null)} />}
    </>
  );
}

/** From a cell to the evidence of its item, its talk, and the cells behind its figure. */
function WaysOn({ language, looked, go }: LedgerPanelPlaceProps) {
  const words = paneWords(language);
  const { selected } = looked;
  if (!selected || (selected.item === null && selected.cell.formula === undefined)) return null;
  return (
    <div className="pane-acts">
      {selected.item !== null && (
        <>
          <Button size="small" onClick={() => go("evidence")}>
            {words.card.evidence}
          </Button>
          <Button size="small" onClick={() => go("talk")}>
            {words.places.talk}
          </Button>
        </>
      )}
      {selected.cell.formula !== undefined && (
        <Button size="small" onClick={() => go("drill")}>
          {words.card.drill}
        </Button>
      )}
    </div>
  );
}

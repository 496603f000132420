import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { ActFlow } from "#addin/screens/ledger/act-flow.tsx";
import { CellCard } from "#addin/screens/ledger/cell-card.tsx";
import { ChangesPanel } from "#addin/screens/ledger/changes-panel.tsx";
import type { ItemAct } from "#addin/screens/ledger/item-action.ts";
import type { LedgerPanelProps } from "#addin/screens/ledger/ledger-screen-props.ts";
import { NothingOpen } from "#addin/components/ledgers/nothing-open.tsx";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { sayDeskRefusal } from "#addin/wording/pane/say-desk-refusal.ts";
import { paneFunctions } from "../pane-functions.ts";
import { EvidencePanel, RosterPlaces, TalkPanel } from "./later-places.tsx";
import type { PlacesProps } from "./places-props.ts";

export interface LedgerPlacesProps extends PlacesProps {
  readonly place: "changes" | "cell" | "evidence" | "talk";
}

/** The workbench's own panels, over the workbook. */
export function LedgerPlaces(props: LedgerPlacesProps) {
  const { client, kept, state, work, language } = props;
  const ledgerId = state.identity?.subject ?? null;
  const session = kept?.session ?? null;
  const ask = useMemo(
    () => (session && ledgerId !== null ? paneFunctions({ client, session, work, ledgerId }) : null),
    [client, session, work, ledgerId],
  );
  if (!ask) return <NothingOpen language={language} onOpen={() => props.go("open")} />;
  const screen: LedgerPanelProps = {
    ...{ language, ask, view: state.view, changes: state.changes, problems: state.problems },
    ...{ stopped: state.stopped, sending: state.sending, selected: props.looked.selected },
    // Said above the place already.
    refusal: null,
    actRefusal: state.actRefusal && sayDeskRefusal(language, state.actRefusal),
  };
  if (state.identity?.kind === "roster") return <RosterPlaces {...props} screen={screen} />;
  return <Panel {...props} screen={screen} />;
}

type PanelProps = LedgerPlacesProps & { readonly screen: LedgerPanelProps };

function Panel(props: PanelProps) {
  const { place, screen, language } = props;
  if (place === "changes") return <ChangesPanel screen={screen} />;
  if (screen.view === null) return <p className="pane-hint">{paneWords(language).book.offline}</p>;
  if (place === "evidence") return <EvidencePanel screen={screen} />;
  if (place === "talk") return <TalkPanel screen={screen} />;
  return <CellPanel {...props} />;
}

function CellPanel(props: PanelProps) {
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
function WaysOn({ language, looked, go }: LedgerPlacesProps) {
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

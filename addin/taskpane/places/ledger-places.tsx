import { useMemo } from "react";
import { ChangesPanel } from "#addin/screens/ledger/changes-panel.tsx";
import type { LedgerPanelProps } from "#addin/screens/ledger/ledger-screen-props.ts";
import { NothingOpen } from "#addin/components/ledgers/nothing-open.tsx";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import { sayDeskRefusal } from "#addin/wording/pane/say-desk-refusal.ts";
import { paneFunctions } from "../desk/pane-functions.ts";
import { CellPlace, EvidencePanel, RosterPlaces, TalkPanel } from "./later-places.tsx";
import type { LedgerPanelPlaceProps, LedgerPlacesProps } from "./ledger-places-props.ts";

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

function Panel(props: LedgerPanelPlaceProps) {
  const { place, screen, language } = props;
  if (place === "changes") return <ChangesPanel screen={screen} />;
  if (screen.view === null) return <p className="pane-hint">{paneWords(language).book.offline}</p>;
  if (place === "evidence") return <EvidencePanel screen={screen} />;
  if (place === "talk") return <TalkPanel screen={screen} />;
  return <CellPlace {...props} />;
}

import { NoticesPlace } from "#addin/account/notices-place.tsx";
import { PersonalPlace } from "#addin/account/personal-place.tsx";
import { DrillDownScreen } from "#addin/screens/drill-down/drill-down-screen.tsx";
import { FindingsScreen } from "#addin/screens/findings/findings-screen.tsx";
import { HelpScreen } from "#addin/screens/help/help-screen.tsx";
import { EvidencePanel } from "#addin/screens/ledger/evidence-panel.tsx";
import { TalkPanel } from "#addin/screens/ledger/talk-panel.tsx";
import { CellPlace } from "./cell-place.tsx";
import { ComparePlace } from "./compare-place.tsx";
import { ConnectionPlace } from "./connection-place.tsx";
import { ExportPlace } from "./export-place.tsx";
import { OpenPlace } from "./open-place.tsx";
import { RosterPlaces } from "./roster-places.tsx";

/** One file for all of them: whoever goes to one may well go to the next. */
export const rarePlaces = {
  ...{ ComparePlace, ConnectionPlace, ExportPlace, NoticesPlace, OpenPlace, PersonalPlace },
  ...{ CellPlace, DrillDownScreen, EvidencePanel, FindingsScreen, HelpScreen, RosterPlaces, TalkPanel },
};

import type { RosterAsk } from "#core/sheet/roster/roster-view.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import type { OtherPlacesProps } from "../other-places-props.ts";

/** What a page of the records is drawn with. */
export interface RecordsPageProps extends OtherPlacesProps {
  readonly choices: readonly UnitChoice[];
  /** Opens a list as a sheet. */
  readonly onRoster: (ask: RosterAsk) => void;
}

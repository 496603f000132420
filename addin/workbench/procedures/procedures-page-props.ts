import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import type { OtherPlacesProps } from "../other-places-props.ts";

/** What a page of procedures is drawn with. */
export interface ProceduresPageProps extends OtherPlacesProps {
  /** The officer's own unit first, each unit followed by what is below it. */
  readonly choices: readonly UnitChoice[];
  /** The unit all pages look at, with everything below it. */
  readonly unit: string;
  readonly onUnit: (unit: string) => void;
}

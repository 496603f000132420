import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import type { OtherPlacesProps } from "../other-places-props.ts";

/** What a page of procedures is drawn with. */
export interface ProceduresPageProps extends OtherPlacesProps {
  /** The officer's own unit first, each unit followed by what is below it. */
  readonly choices: readonly UnitChoice[];
  /** The unit all pages look at, with everything below it. */
  readonly unit: string;
  readonly onUnit: (unit: string) => void;
  /** The year that plan and list are looked at; null: each page's usual one. */
  readonly year: number | null;
  readonly onYear: (year: number) => void;
  /** The tree is another now: the choices are asked for again. */
  readonly onUnitsChanged: () => void;
  /** What a page of several parts shows: it stays when another unit is chosen. null: its first. */
  readonly part: string | null;
  readonly onPart: (part: string) => void;
}

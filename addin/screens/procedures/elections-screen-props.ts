import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { ElectionReported, ReportElection } from "#core/protocol/records/unit-changes.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import type { Language } from "#core/wording/language.ts";
import type { SearchPeople } from "#addin/components/people/person-picker.tsx";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface ElectionsScreenProps {
  readonly language: Language;
  readonly today: Day;
  /** The roster of elections: a row per unit. */
  readonly view: RosterView;
  readonly whyNot: string;
  readonly search: SearchPeople;
  readonly report: (asked: ReportElection) => Promise<Result<ElectionReported, ShownRefusal>>;
  readonly onReported: () => void;
}

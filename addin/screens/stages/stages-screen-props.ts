import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";
import type { Extension, WindowSetting, WindowView } from "#core/protocol/ledgers.ts";

export interface StagesScreenProps extends Surroundings {
  readonly today: Day;
  readonly year: number;
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
  /** Unit whose setting is shown; what it sets holds for every unit below it. */
  readonly unitId: string;
  readonly onUnit: (unitId: string) => void;
  /** The units the reader may set stages for, and those below them. */
  readonly units: readonly UnitListed[];
  /** At most one per level: the setting that holds here, own or inherited. */
  readonly windows: Loadable<readonly WindowView[]>;
  readonly onReload: () => void;
  /** Levels that exist below this unit and may be set from here. */
  readonly levels: readonly LedgerLevel[];
  readonly saveWindow: (setting: WindowSetting) => Promise<Result<unknown, ShownRefusal>>;
  readonly extend: (extension: Extension) => Promise<Result<unknown, ShownRefusal>>;
}

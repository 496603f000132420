import type { Day } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { MakeUnit } from "#core/protocol/accounts.ts";
import type { ChangeUnit, UnitCard, UnitChanged } from "#core/protocol/records/unit-changes.ts";
import type { Language } from "#core/wording/language.ts";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { PlacedUnit } from "./unit-places.ts";

export interface UnitsScreenProps {
  readonly language: Language;
  readonly today: Day;
  readonly units: readonly PlacedUnit[];
  /** null: none is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  /** What hangs on the chosen one. */
  readonly card: Loadable<UnitCard>;
  readonly onRetry: () => void;
  readonly make: (asked: MakeUnit) => Promise<Result<unknown, ShownRefusal>>;
  readonly change: (asked: ChangeUnit) => Promise<Result<UnitChanged, ShownRefusal>>;
  readonly onChanged: () => void;
}

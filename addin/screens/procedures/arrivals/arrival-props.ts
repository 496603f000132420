import type { Result } from "#core/kernel/result.ts";
import type {
  Arrive,
  AskTransfer,
  RegisterAnswer,
  RegisterArrival,
  TransferChoices,
} from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { BranchChoice } from "../transfers/branch-select.tsx";

/** What the screen of arrivals and its three forms are drawn with. */
export interface ArrivalScreenProps {
  readonly language: Language;
  readonly today: string;
  readonly unit: string;
  readonly units: readonly UnitChoice[];
  readonly branches: readonly BranchChoice[];
  readonly choices: TransferChoices;
  readonly ask: (asked: AskTransfer) => Promise<Result<unknown, ShownRefusal>>;
  readonly arrive: (asked: Arrive) => Promise<Result<unknown, ShownRefusal>>;
  readonly register: (asked: RegisterArrival) => Promise<Result<RegisterAnswer, ShownRefusal>>;
}

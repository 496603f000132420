import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";
import type { Result } from "#core/kernel/result.ts";
import type { PersonalCentre } from "#core/protocol/session.ts";

export interface PersonalCentreScreenProps extends Surroundings {
  readonly data: Loadable<PersonalCentre>;
  readonly onReload: () => void;
  readonly changePhone: (phone: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly endSession: (sessionId: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onChangePassword: () => void;
}

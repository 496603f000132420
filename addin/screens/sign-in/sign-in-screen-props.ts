import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";
import type { Language } from "#core/wording/language.ts";
import type { Result } from "#core/kernel/result.ts";
import type { Me } from "#core/protocol/session.ts";

export interface SignInScreenProps extends Surroundings {
  /** Name of the organisation that runs this service, where it is known. */
  readonly organisationName?: string;
  /** Why the last session ended, as a sentence; null at a first visit. */
  readonly notice: string | null;
  readonly reachable: boolean;
  readonly onCheckAgain: () => void;
  readonly now: () => number;
  readonly signIn: (given: { readonly name: string; readonly password: string }) => Promise<Result<Me, ShownRefusal>>;
  readonly onSignedIn: (me: Me) => void;
  readonly onLanguage: (language: Language) => void;
}

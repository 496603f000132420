import type { ScreenRefusal } from "#addin/components/admin/loadable.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";
import type { AdminLanguage } from "#addin/wording/admin-language.ts";
import type { Result } from "#core/kernel/result.ts";
import type { SignInAnswer } from "#core/protocol/session.ts";

export interface SignInScreenProps extends Surroundings {
  /** Name of the organisation that runs this service, where it is known. */
  readonly organisationName?: string;
  /** Why the last session ended, as a sentence; null at a first visit. */
  readonly notice: string | null;
  readonly reachable: boolean;
  readonly onCheckAgain: () => void;
  readonly now: () => number;
  readonly signIn: (given: {
    readonly name: string;
    readonly password: string;
  }) => Promise<Result<SignInAnswer, ScreenRefusal>>;
  readonly onSignedIn: (answer: SignInAnswer) => void;
  readonly onLanguage: (language: AdminLanguage) => void;
}

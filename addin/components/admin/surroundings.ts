import type { AdminLanguage } from "#addin/wording/admin-language.ts";
import { adminWords } from "#addin/wording/admin-words.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ScreenRefusal } from "./loadable.ts";

/** What every administrative screen is given besides its data. */
export interface Surroundings {
  readonly language: AdminLanguage;
  /** The sentence of a refusal in that language. */
  readonly say: (refusal: AnyRefusal) => string;
}

export function sentenceOf({ language, say }: Surroundings, refusal: ScreenRefusal): string {
  return refusal.code === "service-unreachable" ? adminWords[language].unreachable : say(refusal);
}

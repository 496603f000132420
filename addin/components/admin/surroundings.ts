import type { Language } from "#core/wording/language.ts";

/** What every administrative screen is given besides its data; parts of it get it as `around`. */
export interface Surroundings {
  readonly language: Language;
}

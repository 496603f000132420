import type { Day } from "#core/kernel/instant.ts";

/** As data, with the day from which they hold (M6, M9, M10). */
export interface AdmissionRules {
  readonly from: Day;
  /** Younger than this many years on the day: by the league's recommendation. */
  readonly leagueUnder: number;
  readonly joinKinds: { readonly league: string; readonly plain: string };
  readonly enteredWithinDays: number;
}

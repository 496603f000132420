import type { ReactNode } from "react";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";

/** The fairness report (L16) with names in place of ids. Percentages of the maximum, two decimals, as text. */
export interface FairnessShown {
  readonly scopeName: string;
  readonly raters: readonly RaterShown[];
  readonly favouringPairs: readonly PairShown[];
  readonly mostChallenged: readonly ChallengedShown[];
}

export interface RaterShown {
  readonly personId: string;
  readonly name: string;
  /** "peer", "leader" or the title of a named list. */
  readonly raterClass: string;
  readonly ledgers: number;
  readonly ratings: number;
  readonly mean: string;
  readonly spread: string;
  readonly alwaysMaximum: boolean;
}

export interface PairShown {
  readonly names: readonly [string, string];
  readonly above: readonly [string, string];
}

export interface ChallengedShown {
  readonly item: string;
  /** Number and task, as the template has them. */
  readonly title: string;
  readonly challenges: number;
  readonly ledgers: number;
}

export interface FairnessScreenProps extends Surroundings {
  readonly report: Loadable<FairnessShown>;
  readonly onReload: () => void;
  /** Choice of year, level, template and scope, shared with the standings. */
  readonly choices?: ReactNode;
}

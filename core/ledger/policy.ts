/** Scoring policy of a template (L12). Weights are decimals with at most 4 places, as text. */
export interface ScoringPolicy {
  /** quantitative + qualitative = 1 exactly. */
  readonly quantitativeWeight: string;
  readonly qualitativeWeight: string;
  /** Rater classes of the qualitative items; weights sum to 1 exactly. */
  readonly classes: readonly RaterClass[];
  /** Full marks of the whole scheme (100, 150, 300 ...). */
  readonly base: string;
  /** "as-is": scores are taken as they are. "to-base": each half is divided by its own maximum and multiplied by base (L13). */
  readonly scale: "as-is" | "to-base";
  readonly combine: "mean" | "trimmed-mean";
  /** Decimals of scores and figures, 0 to 4. */
  readonly decimals: number;
  /** Half-open bands, highest first; the last one has `from: null` and catches the rest. Empty: no grades. */
  readonly grades: readonly GradeBand[];
  /** What a triggered veto item does. */
  readonly veto: "total-zero" | "lowest-grade";
  /** The total never falls below it; null: no floor. */
  readonly floor: string | null;
}

/** self, peer, leader are filled from the tree (L14); any other code is a named list of accounts. */
export interface RaterClass {
  readonly code: string;
  /** Chinese label on screen: 自评, 互评, 领导评, 师生代表. */
  readonly name: string;
  readonly weight: string;
}

export interface GradeBand {
  readonly name: string;
  /** Lowest total of the band, inclusive. */
  readonly from: string | null;
}

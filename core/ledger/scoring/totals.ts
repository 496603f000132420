import type { ItemKey } from "#core/kernel/ids.ts";

/**
 * All shown figures of one ledger, rounded to the policy's decimals, each fed by the rounded figures before it (L12, L13).
 * Texts carry exactly `policy.decimals` decimals.
 */
export interface LedgerTotals {
  /** By item key. Plain records, because the figures travel as JSON; item keys and class codes are checked at the door. */
  readonly items: Readonly<Record<string, string>>;
  readonly sections: readonly { readonly key: string; readonly subtotal: string }[];
  /** Sum of the sections (each times its weight where there is one), rounded: 定量小计. */
  readonly quantitativeSum: string;
  /** 定量得分 */
  readonly quantitative: string;
  readonly qualitativeItems: readonly QualitativeFigures[];
  /** Sum of the items' figures, rounded: 定性小计. */
  readonly qualitativeSum: string;
  /** 定性得分 */
  readonly qualitative: string;
  /** 考核总分 */
  readonly total: string;
  readonly grade: string | null;
  /** Keys of veto items that are triggered. */
  readonly vetoes: readonly ItemKey[];
  /** Classes without any score in the whole ledger (互评缺席). */
  readonly absentClasses: readonly string[];
}

export interface QualitativeFigures {
  readonly key: ItemKey;
  /** Class mean per class code; a class without a score for this item is missing, never zero. */
  readonly means: Readonly<Record<string, string>>;
  /** Weighted over the present classes, weights rescaled; null when no class has scored it (counts 0 in the sum). */
  readonly score: string | null;
}

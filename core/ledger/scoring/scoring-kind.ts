/**
 * How an item is scored (L12). `maximum` stands on the item.
 * - full: 0..maximum; full marks on the first evidence
 * - deduction: floor..maximum; with `perEvent`, only maximum minus a whole number of events (or the floor)
 * - ratio: `full` at `target` percent, plus or minus `perStep` for each `step` percent, within 0..maximum
 * - levels: only the listed scores
 * - bonus: 0..cap, or without upper bound when cap is null; empty until the owner claims it
 * - veto: 1 = the negative fact occurred, 0 = it did not; never added to a sum, acts through `policy.veto`
 */
export type ScoringKind =
  | { readonly kind: "full" }
  | { readonly kind: "deduction"; readonly perEvent: string | null; readonly floor: string }
  | {
      readonly kind: "ratio";
      readonly target: string;
      readonly full: string;
      readonly step: string;
      readonly perStep: string;
    }
  | { readonly kind: "levels"; readonly levels: readonly string[] }
  | { readonly kind: "bonus"; readonly cap: string | null }
  | { readonly kind: "veto" };

import type { ItemKey } from "#core/kernel/ids.ts";
import type { ScoringPolicy } from "../policy.ts";
import type { ScoringKind } from "../scoring/scoring-kind.ts";

/** Who owns ledgers made from a template. */
export type LedgerLevel = "general-branch" | "branch" | "member";

/**
 * The content of one template version (L1). A published version never changes. Ledgers take maximum scores,
 * order, kinds and policy from it and only keep their own wording. All decimals are text ("7.5"), exact.
 */
export interface TemplateBody {
  readonly name: string;
  readonly year: number;
  readonly level: LedgerLevel;
  /** The four standing text columns and any further ones (横向字段), in sheet order. */
  readonly columns: readonly TextColumn[];
  readonly sections: readonly Section[];
  readonly qualitative: readonly QualitativeItem[];
  readonly policy: ScoringPolicy;
}

export interface TextColumn {
  /** "task", "requirement", "responsible", "due", or a key of its own ([a-z][a-z0-9-]*). */
  readonly key: string;
  readonly title: string;
  /** May the ledger's owner reword it (L2)? */
  readonly rewordable: boolean;
  /** Width in characters, as spreadsheets count it. */
  readonly width: number;
}

export interface Section {
  readonly key: string;
  readonly title: string;
  /** Optional weight per section (L12); either every section has one and they sum to 1, or none has. */
  readonly weight: string | null;
  readonly items: readonly QuantitativeItem[];
}

export interface QuantitativeItem {
  readonly key: ItemKey;
  /** As printed: "1.2", "（三）". */
  readonly number: string;
  /** Text per column key; a missing key is an empty text. */
  readonly texts: Readonly<Record<string, string>>;
  /** Maximum score 分值; 0 for a veto item. For an uncapped bonus it is 0 too and `kind` says so. */
  readonly maximum: string;
  readonly kind: ScoringKind;
}

export interface QualitativeItem {
  readonly key: ItemKey;
  readonly name: string;
  readonly description: string;
  readonly maximum: string;
}

import type { AccountId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";

/** What an officer put into a cell (R3): filled in, where the records say nothing, or forced over what they say. */
export interface ReportEntry {
  /** "2!C4". */
  readonly cell: string;
  readonly kind: "manual" | "override";
  /** Exact decimal text; null: taken back. The revision goes on growing. */
  readonly value: string | null;
  /** What the records said when it was forced; when they say something else, the override is stale. null for manual cells. */
  readonly generated: string | null;
  /** Why it was forced; "" for manual cells. */
  readonly reason: string;
  readonly revision: number;
  readonly accountId: AccountId;
  readonly who: string;
  readonly at: Instant;
}

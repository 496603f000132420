import type { UnitId } from "#core/kernel/ids.ts";
import type { Finding } from "#core/people/check/record-check.ts";

/** A finding with whose it is and, where the unit gave one for these very values, its explanation. */
export interface FoundFinding {
  readonly finding: Finding;
  readonly name: string;
  readonly unitId: UnitId;
  readonly explanation: string | null;
}

export type Unexplained = Omit<FoundFinding, "explanation">;

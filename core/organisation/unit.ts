import type { UnitId } from "#core/kernel/ids.ts";

/** Levels of 00-overview; "party-group" is below a branch and owns no ledger. */
export type UnitKind = "committee" | "general-branch" | "branch" | "party-group";

export interface Unit {
  readonly id: UnitId;
  /** Short stable code for command line and workbooks, e.g. "jgdzz". */
  readonly code: string;
  readonly name: string;
  /** Short name from which account names are proposed (A1), e.g. 机关党总支. */
  readonly shortName: string;
  readonly kind: UnitKind;
  /** null for the root only. */
  readonly parentId: UnitId | null;
  /** Order among siblings. */
  readonly position: number;
}

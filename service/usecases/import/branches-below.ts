import type { UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { RowBranch } from "#core/people/import/judge-row.ts";

/** The branch that a row's text names, or the import's own unit where the row names none. */
export type BranchFinder = (text: string | null) => RowBranch;

/** By code, name or short name, blanks aside; people belong to branches only. */
export function branchesBelow(organisation: Organisation, unitId: UnitId): BranchFinder {
  const units = subtreeOf(organisation, unitId).flatMap((id) => organisation.units.get(id) ?? []);
  const own = organisation.units.get(unitId);
  const byText = new Map<string, Unit | "several">();
  for (const unit of units) {
    for (const text of new Set([unit.code, unit.name, unit.shortName].map(bare))) {
      byText.set(text, byText.has(text) ? "several" : unit);
    }
  }
  return (text) => {
    if (text === null) return branch(own, own?.shortName ?? unitId);
    const found = byText.get(bare(text));
    return branch(found === "several" ? undefined : found, text);
  };
}

function branch(unit: Unit | undefined, given: string): RowBranch {
  if (!unit) return { problem: { code: "unit-not-known", given } };
  return unit.kind === "branch"
    ? { unitId: unit.id }
    : { problem: { code: "unit-not-a-branch", unit: unit.shortName } };
}

function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

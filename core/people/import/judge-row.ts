import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { Person } from "../person/person.ts";
import { belongingOn } from "../procedure/person-change.ts";
import { changedRecord } from "./changed-record.ts";
import { newRecord } from "./new-record.ts";
import type { ImportRefusal } from "./import-refusal.ts";
import type { ReadRow, RowProblem } from "./read-row.ts";

/** Where a row's person belongs: the branch its unit column names, or the one that the import is for; problem: neither. */
export type RowBranch = { readonly unitId: UnitId } | { readonly problem: ImportRefusal };

/** Who the row may be. */
export type RowMatch =
  | { readonly kind: "nobody" }
  | { readonly kind: "person"; readonly person: Person }
  /** Records that the caller does not work on (M3): the unit's name, and whether the row's name is his. */
  | { readonly kind: "elsewhere"; readonly name: string; readonly unitName: string }
  | { readonly kind: "several"; readonly number: number };

export type RowVerdict =
  | { readonly verdict: "new"; readonly person: Person }
  | { readonly verdict: "changed"; readonly before: Person; readonly person: Person }
  | { readonly verdict: "unchanged"; readonly personId: PersonId }
  | { readonly verdict: "doubled"; readonly row: number }
  | { readonly verdict: "refused"; readonly problems: readonly RowProblem[] };

export interface RowQuestion {
  readonly read: ReadRow;
  /** An earlier row of this import that is the same human being; null: none. */
  readonly sameAs: number | null;
  readonly match: RowMatch;
  readonly branch: RowBranch;
  readonly catalogue: FieldCatalogue;
  readonly today: Day;
  readonly newId: (prefix: "person" | "post") => string;
}

/** What one row of a foreign sheet would do to the records (W8): a row with any refused cell does nothing at all. */
export function judgeRow(question: RowQuestion): RowVerdict {
  const { read, sameAs, match } = question;
  if (read.problems.length > 0) return { verdict: "refused", problems: read.problems };
  if (!hasIdentity(read)) return refusedRow({ code: "row-without-identity" });
  if (sameAs !== null) return { verdict: "doubled", row: sameAs };
  switch (match.kind) {
    case "person":
      return judgeKnown(question, match.person);
    case "nobody":
      return judgeNew(question);
    case "elsewhere": {
      const knowsHim = match.name === read.facts["name"];
      return refusedRow({ code: "person-elsewhere", unit: knowsHim ? match.unitName : null });
    }
    case "several":
      return refusedRow({ code: "several-people-match", number: match.number });
  }
}

/** Enough to say who it is: an ID number, or a name with a birth date. */
export function hasIdentity({ facts }: ReadRow): boolean {
  return facts["idNumber"] !== undefined || (facts["name"] !== undefined && facts["birthDate"] !== undefined);
}

function judgeKnown({ read, branch, catalogue, today }: RowQuestion, before: Person): RowVerdict {
  const name = read.facts["name"];
  if (name !== undefined && name !== before.facts["name"]) return refusedRow({ code: "name-against-record" });
  const now = belongingOn(before, today);
  if (!now) return refusedRow({ code: "person-has-left", leftOn: before.facts["leftOn"] ?? null });
  if (read.unit !== null) {
    if ("problem" in branch) return refusedRow(branch.problem);
    if (now.unitId !== branch.unitId) return refusedRow({ code: "person-in-other-branch", unit: now.unitId });
  }
  const changed = changedRecord(before, read, { catalogue, today });
  if (!changed.ok) return { verdict: "refused", problems: changed.problems };
  return changed.person === before
    ? { verdict: "unchanged", personId: before.id }
    : { verdict: "changed", before, person: changed.person };
}

function judgeNew({ read, branch, catalogue, today, newId }: RowQuestion): RowVerdict {
  if (read.facts["idNumber"] === undefined) return refusedRow({ code: "id-number-missing" });
  if ("problem" in branch) return refusedRow(branch.problem);
  const made = newRecord(read, { catalogue, today, newId, unitId: branch.unitId });
  return made.ok ? { verdict: "new", person: made.person } : { verdict: "refused", problems: made.problems };
}

function refusedRow(refusal: ImportRefusal): RowVerdict {
  return { verdict: "refused", problems: [{ column: null, field: null, refusal }] };
}

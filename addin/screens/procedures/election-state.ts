import { addMonths } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { RosterRow } from "#core/sheet/roster/roster-view.ts";
import type { ElectionState } from "#addin/wording/procedures/elections-words.ts";

const ORDER: readonly ElectionState[] = ["overdue", "soon", "unknown", "later"];

/** Derived from the day, never stored (M16a). */
export function electionState({ facts }: Pick<RosterRow, "facts">, today: Day): ElectionState {
  const due = facts["electionDue"] ?? "";
  if (due === "") return "unknown";
  if (due < today) return "overdue";
  return due <= addMonths(today, 6) ? "soon" : "later";
}

/** What needs doing comes first, then by the day it is due. */
export function byUrgency(rows: readonly RosterRow[], today: Day): readonly RosterRow[] {
  const rank = (row: RosterRow): string =>
    `${String(ORDER.indexOf(electionState(row, today)))} ${row.facts["electionDue"] ?? ""}`;
  return rows.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { RecordScope } from "./scope.ts";
import type { Decision } from "./decide.ts";

/** A record as far as access is concerned: the person, if it is one's, and the units that answer for it. */
export interface RecordSubject {
  readonly personId: PersonId | null;
  readonly unitIds: readonly UnitId[];
}

/**
 * "read": rosters, cards, findings. "work": every change, the procedures, and what goes out (revealing, exporting).
 * A foreign record is invisible, which is answered exactly as a missing one (A9).
 */
export type RecordAction = "read" | "work";

export function decideRecord(
  { read, work, own }: RecordScope,
  { subject, action }: { readonly subject: RecordSubject; readonly action: RecordAction },
): Decision {
  const isRead = subject.unitIds.some((id) => read.has(id));
  if (!isRead) {
    if (own === null || own !== subject.personId) return "invisible";
    return action === "read" ? "allowed" : "forbidden";
  }
  if (action === "read" || subject.unitIds.some((id) => work.has(id))) return "allowed";
  // Whoever reads in a unit works there, too, unless his account may only read.
  return "read-only";
}

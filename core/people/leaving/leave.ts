import type { UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { withFacts } from "../person/facts.ts";
import type { Belonging, Person } from "../person/person.ts";
import { belongingOn, type PersonChange } from "../procedure/person-change.ts";
import { hasLeft } from "../procedure/reached-stage.ts";
import type { DateRefusal, LeavingRefusal, TransferRefusal } from "../procedure/procedure-refusal.ts";

/** Leaving is a procedure, never a deletion (M1b): kind, date, authority and, where there is one, a note. */
export interface Leaving {
  readonly on: Day;
  /** Code of the list "leftKind". */
  readonly kind: string;
  readonly authority: string;
  /** Code of the list "leave-ground" (出党事由); "" where none was named. */
  readonly ground: string;
  readonly note: string;
  readonly today: Day;
  /** A letter on its way is received or revoked first. */
  readonly hasOpenTransfer: boolean;
}

export function leave(
  person: Person,
  leaving: Leaving,
): Result<PersonChange, LeavingRefusal | DateRefusal | TransferRefusal> {
  const { on, kind, authority, ground, note, today } = leaving;
  if (hasLeft(person, today)) return refuse({ code: "left-already", on: person.facts["leftOn"] ?? "" });
  if (leaving.hasOpenTransfer) return refuse({ code: "transfer-open-first" });
  if (authority.trim() === "") return refuse({ code: "authority-required" });
  const last = person.belongings.at(-1);
  if (!last || last.until !== null) return refuse({ code: "belongs-nowhere" });
  if (on > today || on < last.from)
    return refuse({ code: "day-not-possible", field: "leftOn", given: on, earliest: last.from, latest: today });
  const entry = withFacts({ on, kind, authority, unit: last.unitId }, { note, ground });
  return ok({
    set: {
      leftOn: on,
      leftKind: kind,
      leaveAuthority: authority,
      leaveGround: ground,
      restoredOn: "",
      restoreKind: "",
    },
    add: [{ list: "leavings", entry }],
    belong: { unitId: null, on },
  });
}

export interface Restoring {
  readonly on: Day;
  readonly unitId: UnitId;
  /** Code of the list "restore-kind". */
  readonly kind: string;
  readonly today: Day;
}

/** 恢复党籍 (M1b), and who comes back from outside (M13): the leaving stays, with the day it ended. */
export function restore(
  person: Person,
  { on, unitId, kind, today }: Restoring,
): Result<PersonChange, LeavingRefusal | DateRefusal> {
  if (belongingOn(person, today)) return refuse({ code: "not-left" });
  const leftOn = (person.facts["leftOn"] ?? "") as Day;
  const earliest = lastDayHere(person, leftOn);
  if (on > today || on < earliest)
    return refuse({ code: "day-not-possible", field: "restoredOn", given: on, earliest, latest: today });
  return ok({
    set: { restoredOn: on, restoreKind: kind },
    amend: [{ list: "leavings", set: { restoredOn: on, restoreKind: kind } }],
    belong: { unitId, kind: kindOf(person), on },
  });
}

function lastDayHere({ belongings }: Person, leftOn: Day): Day {
  return belongings.reduce((latest, { until }) => (until !== null && until > latest ? until : latest), leftOn);
}

function kindOf({ facts }: Person): Belonging["kind"] {
  return (facts["joinedOn"] ?? "") === "" ? "applicant" : "member";
}

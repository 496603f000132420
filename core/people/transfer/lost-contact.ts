import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Person } from "../person/person.ts";
import { belongingOn, type PersonChange } from "../procedure/person-change.ts";
import type { DateRefusal, LeavingRefusal, TransferRefusal } from "../procedure/procedure-refusal.ts";

export interface Lost {
  readonly since: Day;
  readonly why: string;
  /** The person who keeps him in mind. */
  readonly keeper: { readonly id: PersonId; readonly name: string };
  /** Branch for lost members. */
  readonly branchId: UnitId;
  readonly on: Day;
  readonly today: Day;
}

/** 联系不上 (M15): into a branch for lost members with a named keeper. */
export function loseContact(person: Person, lost: Lost): Result<PersonChange, TransferRefusal | DateRefusal> {
  const { since, why, keeper, branchId, on, today } = lost;
  const from = belongingOn(person, on);
  if (from?.kind !== "member") return refuse({ code: "belongs-nowhere" });
  if (keeper.id === person.id) return refuse({ code: "person-needs", field: "keeper" });
  if (since > on || on > today || on < from.from)
    return refuse({ code: "day-not-possible", field: "lostSince", given: since, earliest: from.from, latest: today });
  const entry = { kind: "lost", from: since, why, keeper: keeper.name, keeperId: keeper.id };
  return ok({
    set: { lost: "1", lostSince: since, lostWhy: why, keeper: keeper.name },
    add: [{ list: "absences", entry }],
    ...(from.unitId === branchId ? {} : { belong: { unitId: branchId, kind: "member", on } as const }),
  });
}

/** Contact is there again: back into a branch. */
export function findAgain(
  person: Person,
  found: { readonly on: Day; readonly branchId: UnitId; readonly today: Day },
): Result<PersonChange, TransferRefusal | DateRefusal | LeavingRefusal> {
  const { on, branchId, today } = found;
  const from = belongingOn(person, on);
  if (!from || person.facts["lost"] !== "1") return refuse({ code: "person-needs", field: "lost" });
  const earliest = from.from;
  if (on > today || on < earliest)
    return refuse({ code: "day-not-possible", field: "on", given: on, earliest, latest: today });
  return ok({
    set: { lost: "0", lostSince: "", lostWhy: "", keeper: "" },
    amend: [{ list: "absences", kind: "lost", set: { until: on } }],
    ...(from.unitId === branchId ? {} : { belong: { unitId: branchId, kind: "member", on } as const }),
  });
}

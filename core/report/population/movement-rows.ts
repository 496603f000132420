import type { Belonging, Person } from "#core/people/person/person.ts";
import { lastingBelongings } from "#core/people/person/belonging-order.ts";
import type { MovementKind } from "../compile/report-fields.ts";
import { isWithin, type Period } from "./period.ts";

/** One coming or going of a member, where it counts. */
export interface Movement {
  readonly kind: MovementKind;
  readonly on: string;
  readonly unitId: string;
  /** The other side, when it is a unit of this service. */
  readonly otherUnitId: string | null;
}

type Ends = Readonly<Record<string, MovementKind>>;

/** Codes of "leave-kind" that are no 出党. */
const ENDS: Ends = { "20": "stopped", "30": "died", "41": "out", "42": "out" };
const AGAIN = "3"; // join-kind: 重新入党
const POSTHUMOUS = "5"; // join-kind: 追认为中共党员
const RESUMED = "1"; // restore-kind: 停止党籍后恢复党籍

/** Comings and goings of the period, from memberships by date (table 1). Moves between two units are one of each. */
export function movementsOf(person: Person, period: Period): readonly Movement[] {
  // Most years nobody moves.
  if (!person.belongings.some(({ from, until }) => isWithin(from, period) || isWithin(until ?? "", period)))
    return NONE;
  const kept = lastingBelongings(person.belongings).filter(({ kind }) => kind === "member");
  return kept
    .flatMap((one, index) => [...came(person, one, kept[index - 1]), ...went(person, one, kept[index + 1])])
    .filter(({ on }) => isWithin(on, period));
}

const NONE: readonly Movement[] = [];

function came(person: Person, { unitId, from }: Belonging, before: Belonging | undefined): readonly Movement[] {
  const moved = before?.until === from && !leftOn(person, from);
  if (moved && before.unitId === unitId) return [];
  const kind = moved ? "in" : cameHow(person, from, before);
  // 追认: the form counts the admission nowhere.
  if (kind === "admitted" && person.facts["joinKind"] === POSTHUMOUS) return [];
  return [{ kind, on: from, unitId, otherUnitId: moved ? before.unitId : null }];
}

function cameHow({ facts, lists }: Person, from: string, before: Belonging | undefined): MovementKind {
  const joined = facts["joinedOn"] ?? "";
  if (joined !== "" && from.startsWith(joined)) return facts["joinKind"] === AGAIN ? "readmitted" : "admitted";
  const restoring = [facts, ...(lists.leavings ?? [])].find((one) => one["restoredOn"] === from);
  if (!before || !restoring) return "in";
  if (restoring["restoreKind"] === FROM_OUTSIDE) return "in";
  return restoring["restoreKind"] === RESUMED ? "resumed" : "restored";
}

const FROM_OUTSIDE = "4"; // restore-kind: 从外省（区、市）转回

function went(person: Person, { unitId, until }: Belonging, next: Belonging | undefined): readonly Movement[] {
  if (until === null) return [];
  if (next?.from !== until || leftOn(person, until))
    return [{ kind: wentHow(person, until), on: until, unitId, otherUnitId: null }];
  return next.unitId === unitId ? [] : [{ kind: "out", on: until, unitId, otherUnitId: next.unitId }];
}

function wentHow(person: Person, until: string): MovementKind {
  const left = leaveKind(person, until);
  return left === undefined ? "out" : (ENDS[left] ?? "left");
}

/** Who left the party and was restored on one day both went and came, and did not move. */
function leftOn(person: Person, day: string): boolean {
  const left = leaveKind(person, day);
  return left !== undefined && ENDS[left] !== "out";
}

function leaveKind({ facts, lists }: Person, day: string): string | undefined {
  const entry = (lists.leavings ?? []).find(({ on }) => on === day)?.["kind"];
  return entry ?? (facts["leftOn"] === day ? facts["leftKind"] : undefined);
}

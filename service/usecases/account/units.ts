import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { administeringUnit, decideUnit } from "#core/access/decide-administration.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { STANDS_BELOW } from "#core/people/unit-changes/decide-unit-change.ts";
import type { MakeUnit, UnitListed } from "#core/protocol/accounts.ts";
import type { AnyRefusal, RequestRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { refusalOfDecision } from "./requests/account-subject.ts";

/** The caller's own unit and everything below, parents before children (A11). */
export function listUnits({ actor, organisation, scope }: Caller): Result<readonly UnitListed[], AccessRefusal> {
  const own = administeringUnit(actor);
  const ids = own === undefined ? [] : subtreeOf(organisation, own);
  const units = ids.flatMap((id) => organisation.units.get(id) ?? []);
  return ok(units.map((unit) => listed(unit, scope.administers.has(unit.id))));
}

/** One and two levels down (A4). */
export async function makeUnit(
  { store, random }: Pick<Services, "store" | "random">,
  { caller, asked }: { readonly caller: Caller; readonly asked: MakeUnit },
): Promise<Result<UnitListed, AnyRefusal>> {
  const parentId = toId<UnitId>(asked.parentId);
  const decision = decideUnit(caller.actor, caller.organisation, { unitId: parentId, action: "make" });
  if (decision !== "allowed") return refuse(refusalOfDecision(decision, "make-unit"));
  const parent = caller.organisation.units.get(parentId);
  if (!parent || !STANDS_BELOW[parent.kind].includes(asked.kind)) return refuse(MISPLACED);
  const today = dayOf(caller.at);
  const { foundedOn = today } = asked;
  if (foundedOn > today)
    return refuse({ code: "day-not-possible", field: "foundedOn", given: foundedOn, earliest: null, latest: today });
  return store.write(async (tx) => {
    // A unit that has ended keeps its code: reports of earlier days name it.
    const units = await tx.units.all();
    if (units.some(({ code }) => code === asked.code)) return refuse(codeTaken(asked.code, units));
    const position =
      1 + Math.max(-1, ...units.filter((unit) => unit.parentId === parentId).map((unit) => unit.position));
    const { foundedOn: _, ...form } = asked;
    const unit: Unit = { ...form, id: toId<UnitId>(random.id("unit")), parentId, position };
    await tx.organisation.saveUnits([unit]);
    await tx.units.saveRecords([await firstRecord(tx, { unit, parentId, foundedOn })]);
    const given = { ...unit, foundedOn };
    const fields = (["name", "shortName", "code", "kind", "foundedOn"] as const).map((field) => ({
      ...{ field, old: null, new: given[field] },
    }));
    tx.record(auditEntry(caller, { action: "make-unit", record: `unit:${unit.id}`, fields }));
    return ok(listed(unit, true));
  });
}

/** It is there from the day it was founded, and not before the unit it stands below (M18). */
async function firstRecord(
  tx: StoreReads,
  { unit, parentId, foundedOn }: { readonly unit: Unit; readonly parentId: UnitId; readonly foundedOn: Day },
): Promise<UnitRecord> {
  const [above] = await tx.units.records([parentId]);
  const [earliest] = await tx.units.versions([parentId]);
  const parentFrom = earliest?.from ?? above?.since ?? null;
  const since = parentFrom !== null && parentFrom > foundedOn ? parentFrom : foundedOn;
  return { ...{ id: unit.id, facts: { foundedOn }, lists: {}, revisions: {} }, version: 1, since, closed: null };
}

const MISPLACED: RequestRefusal = { code: "bad-request", problems: [{ path: "kind", message: "misplaced" }] };

function codeTaken(code: string, units: readonly Unit[]): AccessRefusal {
  const taken = new Set(units.map((unit) => unit.code));
  let number = 2;
  while (taken.has(`${code}-${number}`)) number += 1;
  return { code: "name-taken", name: code, proposed: `${code}-${number}` };
}

function listed({ id, parentId, code, name, kind }: Unit, administered: boolean): UnitListed {
  return { id, parentId, code, name, kind, administered };
}

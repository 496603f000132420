/**
 * Move, rename, merge, revoke, delete (M18). The unit's earlier form stays under its days, so that a report for an earlier
 * date sees the tree as it was. At a merger people, units below, ledgers and letters follow into the other unit; accounts
 * of the merged unit stand for nothing from then on.
 */
import { dayOf, type Day } from "#core/kernel/instant.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { belongingOn } from "#core/people/procedure/person-change.ts";
import {
  DELETED_WITHOUT,
  REVOKED_WITHOUT,
  whyNotEmpty,
  whyNotMerge,
  whyNotMove,
  whyNotOn,
} from "#core/people/unit-changes/decide-unit-change.ts";
import type { RecordChange } from "#core/people/person/record-changes.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ChangeUnit, UnitChanged } from "#core/protocol/records/unit-changes.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { UnitClosed, UnitRecord } from "#service/ports/records/unit-records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { writeUnits } from "#service/usecases/record/write-units.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { actOnPeople, type ActRow, type ProcedureServices } from "../act-on-people.ts";
import { mergeLedgers } from "./merge-ledgers.ts";
import { contentsOf, endPosts, lettersOf } from "./unit-contents.ts";
import { noticesTo, workedUnit } from "./units-of-procedures.ts";

const NOTHING: UnitChanged = { people: 0, units: 0, ledgers: 0, transfers: 0 };
/** Before any record. */
const BEGINNING = "1921-07-01" as Day;

/** What may be done on the very first day of a unit's form. */
const MENDING: ReadonlySet<ChangeUnit["change"]["kind"]> = new Set(["rename", "delete"]);

type Changed = Result<UnitChanged, AnyRefusal>;

export async function changeUnit(services: ProcedureServices, caller: Caller, asked: ChangeUnit): Promise<Changed> {
  const unit = workedUnit(caller, asked.unitId);
  if (!unit.ok) return unit;
  if (!caller.scope.administers.has(unit.value.id)) return refuse({ code: "forbidden", action: asked.change.kind });
  return await writeOrRollBack(services.store, async (tx): Promise<Changed> => {
    const [record] = await tx.units.records([unit.value.id]);
    if (!record || record.closed) return refuse({ code: "unit-closed" });
    const onFirstDay = MENDING.has(asked.change.kind);
    const refusal = whyNotOn(asked.on, { since: record.since, today: dayOf(caller.at), onFirstDay });
    if (refusal) return refuse(refusal);
    const order = { services, caller, asked, unit: unit.value, record };
    switch (asked.change.kind) {
      case "move":
        return await moveUnit(tx, order, asked.change.parentId);
      case "merge":
        return await mergeUnit(tx, order, asked.change.intoId);
      case "rename":
        return await renameUnit(tx, order, asked.change);
      case "revoke":
      case "delete":
        return await endUnit(tx, order, asked.change.kind === "revoke" ? "revoked" : "deleted");
    }
  });
}

interface Order {
  readonly services: ProcedureServices;
  readonly caller: Caller;
  readonly asked: ChangeUnit;
  readonly unit: Unit;
  readonly record: UnitRecord;
}

async function moveUnit(tx: StoreWrites, order: Order, parentId: string): Promise<Changed> {
  const { caller, unit } = order;
  const parent = workedUnit(caller, parentId);
  if (!parent.ok) return parent;
  const refusal = whyNotMove(caller.organisation, { unitId: unit.id, parentId: parent.value.id });
  if (refusal) return refuse(refusal);
  await newForm(tx, order, [{ ...unit, parentId: parent.value.id }]);
  const fields = [{ field: "parent", old: unit.parentId, value: parent.value.id }];
  return (await saveRecord(tx, order, { fields })) ?? ok({ ...NOTHING, units: 1 });
}

/** Under the new name from that day on; the code stays, it is what letters and workbooks name the unit by. */
async function renameUnit(
  tx: StoreWrites,
  order: Order,
  { name, shortName }: Pick<Unit, "name" | "shortName">,
): Promise<Changed> {
  const { unit } = order;
  const fields = [
    { field: "name", old: unit.name, value: name },
    { field: "shortName", old: unit.shortName, value: shortName },
  ].filter(({ old, value }) => old !== value);
  if (fields.length === 0) return ok(NOTHING);
  await newForm(tx, order, [{ ...unit, name, shortName }]);
  return (await saveRecord(tx, order, { fields })) ?? ok({ ...NOTHING, units: 1 });
}

async function mergeUnit(tx: StoreWrites, order: Order, intoId: string): Promise<Changed> {
  const { services, caller, asked, unit } = order;
  const into = workedUnit(caller, intoId);
  if (!into.ok) return into;
  const target = into.value.id;
  const refusal = whyNotMerge(caller.organisation, { unitId: unit.id, intoId: target });
  if (refusal) return refuse(refusal);
  const people = await movePeople(tx, order, target);
  if (!people.ok) return people;
  const children = (caller.organisation.childrenOf.get(unit.id) ?? []).flatMap(
    (id) => caller.organisation.units.get(id) ?? [],
  );
  await newForm(
    tx,
    order,
    children.map((child) => ({ ...child, parentId: target })),
  );
  await endPosts(tx, { unitId: unit.id, on: asked.on, today: dayOf(caller.at) });
  const ledgers = await mergeLedgers(tx, caller, { unit, target, reason: asked.reason, on: asked.on });
  if (ledgers === undefined) return refuse({ code: "changed-meanwhile" });
  const letters = await lettersOf(tx, unit.id);
  const followed = letters.map((letter) => ({
    ...letter,
    fromUnitId: letter.fromUnitId === unit.id ? target : letter.fromUnitId,
    toUnitId: letter.toUnitId === unit.id ? target : letter.toUnitId,
    revision: letter.revision + 1,
  }));
  if ((await tx.procedures.updateTransfers(followed)).size < followed.length)
    return refuse({ code: "changed-meanwhile" });
  const closed = await close(tx, order, { as: "merged", on: asked.on, into: target });
  if (closed) return closed;
  const told = { kind: "unit-merged", record: `unit:${unit.id}`, about: unit.name, reason: asked.reason };
  await tx.procedures.addUnitNotices(noticesTo(services, caller, { ...told, to: [target] }));
  return ok({
    people: people.value,
    units: children.length,
    ledgers,
    transfers: letters.length,
  });
}

async function endUnit(tx: StoreWrites, order: Order, as: "revoked" | "deleted"): Promise<Changed> {
  const { caller, asked, unit } = order;
  const contents = await contentsOf(tx, caller, unit.id);
  const refusal = whyNotEmpty(contents, as === "revoked" ? REVOKED_WITHOUT : DELETED_WITHOUT);
  if (refusal) return refuse(refusal);
  await endPosts(tx, { unitId: unit.id, on: asked.on, today: dayOf(caller.at) });
  return (await close(tx, order, { as, on: asked.on, into: null })) ?? ok(NOTHING);
}

/** Everybody in the unit, members and applicants alike; one who cannot follow on that day holds the merger up. */
async function movePeople(
  tx: StoreWrites,
  { services, caller, asked, unit }: Order,
  target: UnitId,
): Promise<Result<number, AnyRefusal>> {
  const today = dayOf(caller.at);
  const kinds = ["member", "applicant"] as const;
  const people = await tx.people.inUnits({ units: [unit.id], on: today, kinds, opened: false });
  if (people.length === 0) return ok(0);
  const rows = people.map(({ id }: { readonly id: PersonId }): ActRow<null> => ({
    personId: id,
    decide: (person) => {
      const here = belongingOn(person, today);
      if (!here) return refuse({ code: "belongs-nowhere" });
      if (asked.on < here.from)
        return refuse({
          ...{ code: "day-not-possible", field: "on", given: asked.on, earliest: here.from, latest: today },
        });
      return ok({ change: { belong: { unitId: target, kind: here.kind, on: asked.on } }, extra: null });
    },
  }));
  const acted = await actOnPeople(tx, services, { caller, action: "merge-unit", reason: asked.reason, rows });
  if (!acted.ok) return acted;
  const [refused] = acted.value.refused;
  return refused ? refuse(refused.refusal) : ok(acted.value.done.length);
}

/** The forms these units had until that day are kept, and the new ones begin. */
async function newForm(tx: StoreWrites, { caller, asked, record, unit }: Order, units: readonly Unit[]): Promise<void> {
  const records = await tx.units.records(units.map(({ id }) => id));
  const versions = records.flatMap(({ id, since }) => {
    const before = caller.organisation.units.get(id);
    const from = since ?? BEGINNING;
    return before && from < asked.on ? [{ unit: before, from, until: asked.on }] : [];
  });
  await tx.units.saveVersions(versions);
  await tx.organisation.saveUnits(units);
  const others = records.filter(({ id }) => id !== unit.id || record.id !== id);
  await tx.units.saveRecords(others.map((one) => ({ ...one, since: asked.on, version: one.version + 1 })));
}

async function close(tx: StoreWrites, order: Order, closed: UnitClosed): Promise<Changed | undefined> {
  return await saveRecord(tx, order, { fields: [{ field: "state", old: null, value: closed.as }], closed });
}

async function saveRecord(
  tx: StoreWrites,
  { services, caller, asked, record }: Order,
  change: { readonly fields: readonly Omit<RecordChange, "revision">[]; readonly closed?: UnitClosed },
): Promise<Changed | undefined> {
  const { closed } = change;
  const version = record.version + 1;
  // A unit that ends keeps its last form; one that moves or is renamed begins a new one.
  const after = closed ? { ...record, closed, version } : { ...record, since: asked.on, version };
  const fields = change.fields.map((field) => ({ ...field, revision: version }));
  const writes = [{ after, fields, reason: asked.reason }];
  const action = `${asked.change.kind}-unit`;
  const changed = await writeUnits(tx, { caller, catalogue: services.catalogue, action, writes });
  return changed.size > 0 ? refuse({ code: "changed-meanwhile" }) : undefined;
}

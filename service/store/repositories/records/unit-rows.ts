import { sql, type Kysely } from "kysely";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Unit, UnitKind } from "#core/organisation/unit.ts";
import type { EndedUnit } from "#service/ports/records/unit-records.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";

const UNIT_KINDS: readonly UnitKind[] = ["committee", "general-branch", "branch", "party-group"];

export async function openUnits(db: Kysely<Tables>): Promise<readonly Unit[]> {
  return await unitsWhere(db, sql`id not in (select unit_id from unit_record where closed_as is not null)`);
}

export async function allUnits(db: Kysely<Tables>): Promise<readonly Unit[]> {
  return await unitsWhere(db, sql`true`);
}

/** Present forms that held on that day already, and earlier forms of the others (M18). */
export async function unitsOn(db: Kysely<Tables>, day: Day): Promise<readonly Unit[]> {
  const present = await unitsWhere(
    db,
    sql`id not in (select unit_id from unit_record where since_day > ${day} or closed_on <= ${day})`,
  );
  const rows = await db
    .selectFrom("unit_version")
    .select(columnsOf("unit_version"))
    .where("from_day", "<=", day)
    .where("until_day", ">", day)
    .execute();
  return [...present, ...rows.map(parseUnitVersion)].toSorted(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
}

/** In the form they had last. */
export async function endedUnits(db: Kysely<Tables>, day: Day): Promise<readonly EndedUnit[]> {
  const rows = await db
    .selectFrom("unit_record")
    .select(["unit_id", "closed_into"])
    .where("closed_on", "<=", day)
    .execute();
  if (rows.length === 0) return [];
  const into = new Map(rows.map((row) => [row.unit_id, row.closed_into]));
  const units = await unitsWhere(db, sql`id in (select unit_id from unit_record where closed_on <= ${day})`);
  return units.map((unit) => ({ unit, into: (into.get(unit.id) ?? null) as UnitId | null }));
}

async function unitsWhere(db: Kysely<Tables>, condition: ReturnType<typeof sql<boolean>>): Promise<readonly Unit[]> {
  const found = db.selectFrom("unit").select(columnsOf("unit")).where(condition);
  return (await found.orderBy("position").orderBy("id").execute()).map(parseUnit);
}

/** An earlier form of a unit. */
export function parseUnitVersion(row: object): Unit {
  const reader = new RowReader("unit_version", row, ["unit_id", "from_day"]);
  return { id: reader.text<UnitId>("unit_id"), ...parseForm(reader) };
}

function parseUnit(row: object): Unit {
  const reader = new RowReader("unit", row, ["id"]);
  return { id: reader.text("id"), ...parseForm(reader) };
}

function parseForm(reader: RowReader): Omit<Unit, "id"> {
  return {
    code: reader.text("code"),
    name: reader.text("name"),
    shortName: reader.text("short_name"),
    kind: reader.oneOf("kind", UNIT_KINDS),
    parentId: reader.textOrNull("parent_id"),
    position: reader.whole("position"),
  };
}

export function unitRow(unit: Unit): RowOf<"unit"> {
  const { id, code, name, kind, position } = unit;
  return { id, code, name, kind, position, short_name: unit.shortName, parent_id: unit.parentId };
}

import type { Kysely } from "kysely";
import type { UnitId } from "#core/kernel/ids.ts";
import type {
  UnitClosed,
  UnitRecord,
  UnitRecordReads,
  UnitRecordWrites,
  UnitVersion,
} from "#service/ports/records/unit-records.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import { parseRecordColumns, recordColumns } from "#service/store/rows/record-json.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type RowOf, type Tables } from "#service/store/tables.ts";
import { growOrganisation } from "../organisation-repository.ts";
import { allUnits, endedUnits, parseUnitVersion, unitRow } from "./unit-rows.ts";

const CLOSED_AS: readonly UnitClosed["as"][] = ["merged", "revoked", "deleted"];

export function unitRecordReads(db: Kysely<Tables>, { dialect }: StoreContext): UnitRecordReads {
  return {
    records: async (ids) => {
      const rows = await db
        .selectFrom("unit_record")
        .select(columnsOf("unit_record"))
        .where(dialect.among("unit_id", ids))
        .execute();
      const found = new Map(rows.map(parseUnitRecord).map((record) => [record.id, record]));
      return ids.map((id) => found.get(id) ?? emptyRecord(id));
    },
    all: () => allUnits(db),
    ended: (day) => endedUnits(db, day),
    versions: async (ids) => {
      const ofUnits = db
        .selectFrom("unit_version")
        .select(columnsOf("unit_version"))
        .where(dialect.among("unit_id", ids));
      const rows = await ofUnits.orderBy("unit_id").orderBy("from_day").execute();
      return rows.map((row) => {
        const reader = new RowReader("unit_version", row, ["unit_id", "from_day"]);
        return { unit: parseUnitVersion(row), from: reader.text("from_day"), until: reader.text("until_day") };
      });
    },
  };
}

export function unitRecordWrites(db: Kysely<Tables>, { dialect }: StoreContext): UnitRecordWrites {
  return {
    saveRecords: async (records) => {
      const rows = records.map(unitRecordRow);
      const written = await putRows(db, dialect, { table: "unit_record", rows, existing: "next-revision" });
      // A unit that ends or begins to have been changes the tree.
      if (records.some(({ closed, since }) => closed !== null || since !== null)) await growOrganisation(db);
      return new Set(written.map((row) => row.unit_id as UnitId));
    },
    saveVersions: async (versions) => {
      await putRows(db, dialect, { table: "unit_version", rows: versions.map(unitVersionRow), existing: "replace" });
      await growOrganisation(db);
    },
  };
}

function emptyRecord(id: UnitId): UnitRecord {
  return { id, facts: {}, lists: {}, revisions: {}, version: 0, since: null, closed: null };
}

function parseUnitRecord(row: object): UnitRecord {
  const reader = new RowReader("unit_record", row, ["unit_id"]);
  const as = reader.oneOfOrNull("closed_as", CLOSED_AS);
  return {
    id: reader.text("unit_id"),
    ...parseRecordColumns(reader),
    version: reader.whole("revision"),
    since: reader.textOrNull("since_day"),
    closed: as && { as, on: reader.text("closed_on"), into: reader.textOrNull("closed_into") },
  };
}

function unitRecordRow(record: UnitRecord): RowOf<"unit_record"> {
  return {
    unit_id: record.id,
    ...recordColumns(record),
    revision: record.version,
    since_day: record.since,
    closed_as: record.closed?.as ?? null,
    closed_on: record.closed?.on ?? null,
    closed_into: record.closed?.into ?? null,
  };
}

function unitVersionRow({ unit, from, until }: UnitVersion): RowOf<"unit_version"> {
  const { id, ...form } = unitRow(unit);
  return { ...form, unit_id: id, from_day: from, until_day: until };
}

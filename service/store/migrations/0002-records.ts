import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../dialect.ts";
import { spelled } from "./spelled.ts";

/**
 * Records of people and units. A person's ID number and both phones are ciphertext under his one data key; the ID number and
 * the mobile have keyed indexes (A12). Rows of `staged_person` and `staged_history` are sealed as they will stand in
 * `person`, so that an import is committed by moving rows.
 */
const RECORDS_SQL: readonly string[] = [
  `alter table person add column facts text not null default '{}'`,
  `alter table person add column lists text not null default '{}'`,
  `alter table person add column revisions text not null default '{}'`,
  `alter table person add column revision whole not null default 1`,
  `alter table person add column id_number text`,
  `alter table person add column id_index text`,
  `alter table person add column landline text`,
  `alter table person add column book_number text`,
  `alter table person add column merged_into text references person (id) deferrable initially deferred`,
  `create unique index person_by_id_number on person (id_index)`,
  `create index person_by_name on person (name)`,
  `create index person_by_book_number on person (book_number)`,
  `create table unit_record (
    unit_id text primary key references unit (id), facts text not null, lists text not null, revisions text not null,
    revision whole not null, since_day text, closed_as text, closed_on text, closed_into text)`,
  `create table unit_version (
    unit_id text not null references unit (id), from_day text not null, until_day text not null, code text not null,
    name text not null, short_name text not null, kind text not null, parent_id text, position whole not null,
    primary key (unit_id, from_day))`,
  `create table explanation (
    record text not null, check_code text not null, value_mac text not null, explanation text not null, at text not null,
    account_id text not null, who text not null, primary key (record, check_code, value_mac))`,
  `create table question (
    id text primary key, unit_id text not null references unit (id), name text not null, content text not null,
    account_id text not null, who text not null, at text not null, revision whole not null, unique (unit_id, name))`,
  `create table record_export (
    id text primary key, unit_id text not null references unit (id), list text not null, purpose text not null,
    from_day text, to_day text, people whole not null, sha256 text not null, account_id text not null, at text not null)`,
  `create index record_export_by_unit on record_export (unit_id, list, at)`,
  `create table header_mapping (
    unit_id text not null references unit (id), layout text not null, mapping text not null, at text not null,
    primary key (unit_id, layout))`,
  `create table people_import (
    id text primary key, unit_id text not null references unit (id), account_id text not null, file_name text not null,
    sha256 text not null, made_at text not null, state text not null, summary text not null)`,
  `create index people_import_by_unit on people_import (unit_id, made_at)`,
  `create table import_row (
    import_id text not null references people_import (id) on delete cascade, sheet text not null, row_number whole not null,
    verdict text not null, person_id text, detail text not null, primary key (import_id, sheet, row_number))`,
  `create index import_row_by_verdict on import_row (import_id, verdict)`,
  `create table staged_person (
    import_id text not null references people_import (id) on delete cascade, id text not null, base_revision whole not null,
    name text not null, phone text, phone_index text, data_key text not null, facts text not null, lists text not null,
    revisions text not null, revision whole not null, id_number text, id_index text, landline text, book_number text,
    primary key (import_id, id))`,
  `create table staged_post (
    import_id text not null references people_import (id) on delete cascade, id text not null, person_id text not null,
    unit_id text not null, kind text not null, from_day text not null, until_day text, primary key (import_id, id))`,
  `create table staged_history (
    import_id text not null references people_import (id) on delete cascade, person_id text not null, field text not null,
    revision whole not null, value text, primary key (import_id, person_id, field))`,
];

export function records(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of RECORDS_SQL) await sql.raw(spelled(statement, dialect)).execute(db);
    },
  };
}

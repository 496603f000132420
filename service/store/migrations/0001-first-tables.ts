import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../dialect.ts";
import { spelled } from "./spelled.ts";

/**
 * `text`, `whole` and `serial` are spelled by the dialect. Sensitive values (account name, phone, the contact in a
 * request) are ciphertext here, with a keyed index where they are searched (A12).
 */
const TABLES_SQL: readonly string[] = [
  `create table service (
    id whole primary key check (id = 1), service_id text not null, organisation_revision whole not null, key_check text not null)`,
  `create table unit (
    id text primary key, code text not null unique, name text not null, short_name text not null, kind text not null,
    parent_id text references unit (id) deferrable initially deferred, position whole not null)`,
  `create table person (id text primary key, name text not null, phone text, phone_index text, data_key text not null)`,
  `create index person_by_phone on person (phone_index)`,
  `create table post (
    id text primary key, person_id text not null references person (id), unit_id text not null references unit (id),
    kind text not null, from_day text not null, until_day text)`,
  `create index post_by_until on post (until_day)`,
  `create index post_by_person on post (person_id)`,
  `create index post_by_unit on post (unit_id)`,
  `create table account (
    id text primary key, kind text not null, name text not null, name_index text not null unique, data_key text not null,
    unit_id text references unit (id), person_id text references person (id), duty text, permission text not null,
    state text not null, term_kind text not null, term_from text, term_to text, holder text not null,
    password_hash text not null, password_set_at text not null, first_password_until text, made_by text,
    generation whole not null)`,
  `create index account_by_unit on account (unit_id)`,
  `create index account_by_person on account (person_id)`,
  `create table password_history (
    account_id text not null references account (id) on delete cascade, at text not null, hash text not null,
    primary key (account_id, at, hash))`,
  `create table session (
    token_hash text primary key, id text not null unique, account_id text not null references account (id) on delete cascade,
    generation whole not null, acting_post_id text, started_at text not null, last_seen_at text not null,
    from_address text not null)`,
  `create index session_by_account on session (account_id)`,
  `create table lockout (key_index text primary key, failures text not null, locked_until text, rounds whole not null)`,
  `create table account_request (
    id text primary key, kind text not null, content text not null, data_key text not null,
    unit_id text not null references unit (id), requested_by text not null, requested_at text not null,
    state text not null, decided_by text, decided_at text, remark text not null)`,
  `create index account_request_by_unit on account_request (unit_id)`,
  `create table template_version (
    id text primary key, template_id text not null, version whole not null, state text not null, name text not null,
    year whole not null, level text not null, body text not null, revision whole not null, published_at text,
    unique (template_id, version))`,
  `create table rater_list (
    template_id text not null, rater_class text not null, account_id text not null references account (id) on delete cascade,
    primary key (template_id, rater_class, account_id))`,
  `create index rater_list_by_account on rater_list (account_id)`,
  `create table ledger (
    id text primary key, template_id text not null, template_version_id text not null references template_version (id),
    level text not null, year whole not null, owner_kind text not null, owner_key text not null,
    unit_id text not null references unit (id), person_id text references person (id), name text not null,
    name_revision whole not null, state text not null, created_at text not null)`,
  // L3: one per owner, template and year; a voided one does not stand in the way of the next.
  `create unique index ledger_by_owner on ledger (template_id, year, owner_key) where state <> 'voided'`,
  `create index ledger_by_unit on ledger (unit_id, year)`,
  `create index ledger_by_person on ledger (person_id)`,
  `create index ledger_by_year on ledger (year, level)`,
  `create table item (
    ledger_id text not null references ledger (id), item text not null, state text not null, score text,
    evidence whole not null, challenges whole not null, revision whole not null, primary key (ledger_id, item))`,
  `create table wording (
    ledger_id text not null references ledger (id), item text not null, text_column text not null, wording text not null,
    revision whole not null, primary key (ledger_id, item, text_column))`,
  `create table rating (
    ledger_id text not null references ledger (id), item text not null, rater_class text not null, rater_key text not null,
    account_id text not null, person_id text, score text, revision whole not null,
    primary key (ledger_id, item, rater_class, rater_key))`,
  `create table history (
    id serial, record text not null, field text not null, revision whole not null, action text not null, value text,
    at text not null, account_id text not null, who text not null, reason text not null)`,
  `create index history_by_record on history (record, field)`,
  `create table evidence (
    id text primary key, ledger_id text not null references ledger (id), item text not null, file_name text not null,
    media_type text not null, bytes whole not null, sha256 text not null, stored_as text not null unique,
    uploaded_by text not null, uploaded_at text not null)`,
  `create index evidence_by_item on evidence (ledger_id, item)`,
  `create table notice (
    id text primary key, person_id text, account_id text, at text not null, kind text not null, ledger_id text not null,
    item text, read_at text)`,
  `create index notice_by_person on notice (person_id, at)`,
  `create index notice_by_account on notice (account_id, at)`,
  `create table talk (
    id text primary key, ledger_id text not null, item text not null, at text not null, account_id text not null,
    who text not null, message text not null)`,
  `create index talk_by_item on talk (ledger_id, item, at)`,
  `create table review_window (
    unit_id text not null references unit (id), level text not null, year whole not null, spans text not null,
    closed whole not null, revision whole not null, primary key (unit_id, level, year))`,
  `create table extension (
    unit_id text not null references unit (id), level text not null, year whole not null, stage text not null,
    to_day text not null, reason text not null, primary key (unit_id, level, year, stage))`,
  `create table substitute (
    ledger_id text not null references ledger (id) on delete cascade, rater_class text not null, person_id text not null,
    reason text not null, primary key (ledger_id, rater_class, person_id))`,
  `create index substitute_by_person on substitute (person_id)`,
  `create table published_standing (
    unit_id text not null references unit (id), level text not null, template_id text not null, year whole not null,
    published_at text not null, primary key (unit_id, level, template_id, year))`,
  `create table push (
    account_id text not null, push_key text not null, body_hash text not null, answer text, at text not null,
    primary key (account_id, push_key))`,
  `create index push_by_time on push (at)`,
  `create table audit_entry (
    number whole primary key, at text not null, account_id text, from_address text not null, action text not null,
    record text not null, outcome text not null, why text not null, fields text not null, data_key text,
    previous_hash text not null, hash text not null)`,
  `create index audit_entry_by_record on audit_entry (record, number)`,
  `create index audit_entry_by_account on audit_entry (account_id, number)`,
  `create table chain_head (id whole primary key check (id = 1), number whole not null, hash text not null)`,
];

export function firstTables(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of TABLES_SQL) await sql.raw(spelled(statement, dialect)).execute(db);
    },
  };
}

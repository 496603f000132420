import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../dialect.ts";
import { spelled } from "./spelled.ts";

/** Letters, development plans, dues and notices to units (M7 to M20). No sensitive value is kept here (A12). */
const PROCEDURES_SQL: readonly string[] = [
  `create table transfer (
    id text primary key, person_id text not null references person (id), kind text not null, scope text not null,
    state text not null, from_unit_id text references unit (id), to_unit_id text references unit (id), heading text,
    finally_to text, reason text not null, issued_on text, valid_days whole not null, dues_paid_until text not null,
    number text, whole_unit whole not null, batch_id text, received_on text, branch_id text references unit (id),
    steps text not null, revision whole not null)`,
  // M12: at most one letter of a person is on its way.
  `create unique index transfer_on_its_way on transfer (person_id) where state in ('printed', 'open')`,
  `create index transfer_by_person on transfer (person_id)`,
  `create index transfer_by_sender on transfer (from_unit_id, state)`,
  `create index transfer_by_receiver on transfer (to_unit_id, state)`,
  `create table letter_number (
    unit_id text not null references unit (id), year whole not null, last whole not null, primary key (unit_id, year))`,
  `create table development_plan (
    id text primary key, unit_id text not null references unit (id), year whole not null, reported whole,
    confirmed_at text, confirmed_by text, approved_number whole, approved_at text, approved_by text, listed_at text,
    listed_by text, sealed_on text, received_on text, revision whole not null, unique (unit_id, year))`,
  `create table plan_entry (
    plan_id text not null references development_plan (id), person_id text not null references person (id),
    checked text not null, reason text not null, primary key (plan_id, person_id))`,
  `create index plan_entry_by_person on plan_entry (person_id)`,
  `create table dues_payment (
    id text primary key, person_id text not null references person (id), unit_id text not null references unit (id),
    from_month text not null, to_month text not null, amount text not null, kind text not null, approval text not null,
    paid_on text not null, at text not null, account_id text not null, who text not null)`,
  `create index dues_payment_by_person on dues_payment (person_id)`,
  // M20: a month is settled once.
  `create table dues_month (
    person_id text not null references person (id), month text not null,
    payment_id text not null references dues_payment (id), primary key (person_id, month))`,
  `create table unit_notice (
    id text primary key, unit_id text not null references unit (id), at text not null, kind text not null,
    record text not null, about text not null, who text not null, reason text not null)`,
  `create index unit_notice_by_unit on unit_notice (unit_id, at)`,
];

export function procedures(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of PROCEDURES_SQL) await sql.raw(spelled(statement, dialect)).execute(db);
    },
  };
}

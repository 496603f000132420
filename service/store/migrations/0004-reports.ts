import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../dialect.ts";
import { spelled } from "./spelled.ts";

const REPORT_KEY = "set_id text not null, unit_id text not null references unit (id), on_day text not null";
const WRITTEN = "account_id text not null, who text not null, at text not null";

/**
 * What officers put into reports and what became of them (R3, R4, R8, R14). A number is exact decimal text. The records behind a
 * submission are its frozen bytes, in parts, so that no row is large; they hold no sensitive value (A12).
 */
const REPORTS_SQL: readonly string[] = [
  `create table report_entry (
    ${REPORT_KEY}, cell text not null, kind text not null, entered text, generated text, reason text not null,
    revision whole not null, ${WRITTEN}, primary key (set_id, unit_id, on_day, cell))`,
  `create table check_explanation (
    ${REPORT_KEY}, check_code text not null, line text not null, check_version text not null, left_value text not null,
    right_value text not null, explanation text not null, ${WRITTEN},
    primary key (set_id, unit_id, on_day, check_code, line, check_version, left_value, right_value))`,
  `create table check_exemption (
    set_id text not null, unit_id text not null references unit (id), year whole not null, check_code text not null,
    reason text not null, ${WRITTEN}, primary key (set_id, unit_id, year, check_code))`,
  `create table point_answer (
    ${REPORT_KEY}, point text not null, answer text not null, revision whole not null, ${WRITTEN},
    primary key (set_id, unit_id, on_day, point))`,
  `create table opening_figures (
    set_id text not null, unit_id text not null references unit (id), year whole not null, cell_values text not null,
    reason text not null, ${WRITTEN}, primary key (set_id, unit_id, year))`,
  `create table submission (
    id text primary key, ${REPORT_KEY}, number whole not null, state text not null, submitted_at text not null,
    account_id text not null, who text not null, change_number whole not null, definition text not null,
    cell_values text not null, seen_at text, decided_at text, decided_by text not null, decision_reason text not null,
    printed_on text, revision whole not null, unique (set_id, unit_id, on_day, number))`,
  // R8: of a report, at most one submission stands.
  `create unique index submission_standing on submission (set_id, unit_id, on_day) where state in ('submitted', 'accepted')`,
  `create index submission_by_unit on submission (unit_id, on_day)`,
  `create table submission_frozen (
    submission_id text not null references submission (id), part whole not null, bytes text not null,
    primary key (submission_id, part))`,
  `create table submission_remark (
    id text primary key, submission_id text not null references submission (id), cell text not null, remark text not null,
    who text not null, at text not null)`,
  `create index submission_remark_by_submission on submission_remark (submission_id)`,
];

export function reports(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of REPORTS_SQL) await sql.raw(spelled(statement, dialect)).execute(db);
    },
  };
}
